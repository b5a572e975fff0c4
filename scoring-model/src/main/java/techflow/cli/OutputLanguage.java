package techflow.cli;

import picocli.CommandLine.Option;
import techflow.scoring.wording.Bilingual;

/** The {@code --lang} option: which language a report for people is written in. */
final class OutputLanguage {
    @Option(
            names = "--lang",
            paramLabel = "zh|en|both",
            defaultValue = "both",
            description = "language of the report: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Choice choice = Choice.BOTH;

    /** The choices. */
    enum Choice {
        ZH,
        EN,
        BOTH
    }

    String of(Bilingual text) {
        return of(text.chinese(), text.english());
    }

    String of(String chinese, String english) {
        return switch (choice) {
            case ZH -> chinese;
            case EN -> english;
            case BOTH -> chinese.equals(english) ? chinese : chinese + " " + english;
        };
    }
}
