package techflow.api.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer.CertificateLine;
import techflow.api.answer.ScoreAnswer.ConditionLine;
import techflow.api.answer.ScoreAnswer.ItemLine;
import techflow.api.answer.ScoreAnswer.PointRange;
import techflow.scoring.technology.certificate.CertificateAssessment;
import techflow.scoring.technology.certificate.CertificateAssessment.Holding;
import techflow.scoring.technology.certificate.CertificateAssessment.Threshold;
import techflow.scoring.technology.certificate.CertificateAssessment.Total;
import techflow.scoring.technology.certificate.Item;
import techflow.scoring.technology.certificate.Requirement;
import techflow.scoring.technology.certificate.Words;

/** The certificate rules in the answer. */
final class CertificateLines {
    private CertificateLines() {}

    static List<CertificateLine> of(List<CertificateAssessment> all) {
        return all.stream().map(CertificateLines::line).toList();
    }

    private static CertificateLine line(CertificateAssessment one) {
        return new CertificateLine(
                one.rule().name(),
                new Text(one.rule().chinese(), one.rule().english()),
                one.answer().map(Enum::name).orElse(null),
                one.total().map(CertificateLines::range).orElse(null),
                one.held().map(Holding::validUntil).orElse(null),
                one.validityYears().isPresent() ? one.validityYears().getAsInt() : null,
                one.items().stream().map(CertificateLines::item).toList(),
                one.requirements().stream().map(CertificateLines::condition).toList(),
                one.missing().stream().map(CertificateLines::text).toList());
    }

    private static PointRange range(Total total) {
        @Nullable Double threshold = total.threshold().map(Threshold::points).orElse(null);
        return new PointRange(
                total.points().low(),
                total.points().high(),
                total.maximum(),
                threshold,
                total.threshold().map(Threshold::exceeded).orElse(false));
    }

    private static ItemLine item(Item item) {
        return new ItemLine(
                item.code(),
                text(item.name()),
                text(item.found()),
                text(item.band()),
                item.points().low(),
                item.points().high(),
                item.maximum(),
                item.source().name());
    }

    private static ConditionLine condition(Requirement one) {
        return new ConditionLine(
                one.code(),
                text(one.name()),
                one.answer().name(),
                one.kind().name(),
                text(one.found()),
                one.source().name());
    }

    private static Text text(Words words) {
        return new Text(words.chinese(), words.english());
    }
}
