package techflow.scoring.validation.report;

import java.util.Locale;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.wording.Bilingual;

/** Captions that always say of how many rows and defaults, and whether they are synthetic. */
final class Captions {
    private final ValidationReport report;

    Captions(ValidationReport report) {
        this.report = report;
    }

    /** Of all tested rows. */
    Bilingual tested(String chinese, String english) {
        return of(chinese, english, report.overall().rows(), report.overall().bads());
    }

    /** Of these rows and defaults. */
    Bilingual of(String chinese, String english, long rows, long bads) {
        return plain(
                String.format(Locale.ROOT, "%s；n = %,d，违约 %,d", chinese, rows, bads),
                String.format(Locale.ROOT, "%s; n = %,d, %,d defaults", english, rows, bads));
    }

    /** Where the text tells the numbers itself. */
    Bilingual plain(String chinese, String english) {
        return report.synthetic()
                ? new Bilingual(chinese + "；合成数据", english + "; synthetic data")
                : new Bilingual(chinese, english);
    }
}
