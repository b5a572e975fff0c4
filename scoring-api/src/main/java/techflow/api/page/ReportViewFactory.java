package techflow.api.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import techflow.api.answer.AnswerJson;
import techflow.api.answer.ScoreAnswer;
import techflow.api.answer.ScoreAnswer.Cutoff;
import techflow.api.answer.Text;
import techflow.api.application.ActiveModel;
import techflow.api.application.Purpose;
import techflow.api.application.ScoreRecord;
import techflow.api.page.ReportView.Data;
import techflow.api.page.ReportView.Dimension;
import techflow.api.page.ReportView.Header;
import techflow.api.page.ReportView.PdRange;
import techflow.api.page.ReportView.Source;
import techflow.api.page.ReportView.Technology;
import techflow.api.page.ReportView.Verdict;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.signal.SignalHeader;

/** Makes the view of a report from the logged answer, the logged inputs and the feature definitions. */
@Component
final class ReportViewFactory {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final FeatureCatalog catalog;
    private final ActiveModel active;

    ReportViewFactory(FeatureCatalog catalog, ActiveModel active) {
        this.catalog = catalog;
        this.active = active;
    }

    ReportView view(ScoreRecord entry, Language language) {
        ScoreAnswer answer = AnswerJson.read(entry.answer());
        IndicatorTable indicators = new IndicatorTable(catalog, answer, language);
        return new ReportView(
                header(answer, language),
                answer.status().hasScore(),
                answer.notScoredReasons().stream()
                        .map(reason -> language.of(reason.text()))
                        .toList(),
                StandingLines.of(answer, language),
                verdict(answer, language),
                Warnings.of(entry.inputs(), answer, catalog, language),
                indicators.why(),
                NextGradeTable.of(entry, answer, active, language),
                technology(answer, language),
                new CertificateTable(language).rules(answer),
                data(answer, language),
                indicators.families(entry.inputs()));
    }

    private static Header header(ScoreAnswer answer, Language language) {
        Purpose purpose = Purpose.valueOf(answer.purpose());
        return new Header(
                Optional.ofNullable(answer.subject().name()).orElse(language.of("（名称未知）", "(name not known)")),
                answer.subject().uscc(),
                answer.subject().placeholder(),
                instant(answer.asOf()),
                answer.validUntil().toString(),
                instant(answer.scoredAt()),
                language.of(purpose.chinese(), purpose.english()),
                answer.authorisationId(),
                answer.model().id() + " " + answer.model().version() + " · "
                        + answer.model().sha256().substring(0, 8),
                answer.featureSet().version(),
                answer.scoreId());
    }

    private static Verdict verdict(ScoreAnswer answer, Language language) {
        String range = answer.scoreRange().min() + "–" + answer.scoreRange().max();
        return new Verdict(
                text(answer.score()),
                text(answer.creditGrade()),
                answer.pd12m() == null ? "" : String.format(Locale.ROOT, "%.2f%%", answer.pd12m() * 100),
                pdRange(answer),
                answer.pdInWords() == null ? "" : language.of(answer.pdInWords()),
                range,
                ScoreScaleBar.of(answer));
    }

    private static PdRange pdRange(ScoreAnswer answer) {
        ScoreAnswer.@Nullable PdRange range = answer.pdInterval();
        return range == null
                ? new PdRange("", "")
                : new PdRange(
                        Math.round(100 * range.level()) + "%",
                        String.format(Locale.ROOT, "%.2f%%–%.2f%%", 100 * range.low(), 100 * range.high()));
    }

    private static Technology technology(ScoreAnswer answer, Language language) {
        ScoreAnswer.Technology side = answer.technology();
        ScoreAnswer.Innovation points = answer.innovationPoints();
        String unknown = language.of("未评", "not assessed");
        return new Technology(
                side.grade() == null ? unknown : side.grade(),
                side.gradeBeforeCorrection() == null ? unknown : side.gradeBeforeCorrection(),
                side.index() == null ? "" : String.format(Locale.ROOT, "%.1f", side.index()),
                side.corrections().stream()
                        .map(c -> language.of(c.text()) + " " + notches(c.notches(), language))
                        .toList(),
                side.dimensions().stream().map(d -> dimension(d, language)).toList(),
                side.settingsVersion(),
                language.of(side.note()),
                points.total() == null
                        ? unknown
                        : String.format(Locale.ROOT, "%.1f / %.0f", points.total(), points.maximum()),
                language.of(points.stageName()),
                language.of(points.note()),
                new CertificateTable(language).published(answer));
    }

    private static String notches(int notches, Language language) {
        int size = Math.abs(notches);
        return notches > 0
                ? language.of("▼ 下调 " + size + " 级", "▼ down " + size)
                : language.of("▲ 上调 " + size + " 级", "▲ up " + size);
    }

    private static Dimension dimension(ScoreAnswer.DimensionLine line, Language language) {
        @Nullable Double score = line.score();
        return new Dimension(
                language.of(line.name()),
                score == null ? language.of("无数据", "no data") : String.format(Locale.ROOT, "%.1f", score),
                score == null ? 0 : score,
                Math.round(line.weight() * 100) + "%",
                score != null);
    }

    private Data data(ScoreAnswer answer, Language language) {
        List<String> missing = answer.completeness().missing().stream()
                .map(name -> language.of(name(name)))
                .toList();
        double percent = answer.completeness().ratio() * 100;
        List<Source> sources = new ArrayList<>();
        answer.dataCutoff().forEach(cutoff -> sources.add(source(cutoff, language)));
        return new Data(Math.round(percent) + "%", text(answer.completeness().level()), percent, missing, sources);
    }

    private Text name(String feature) {
        return catalog.definition(new FeatureName(feature))
                .map((FeatureDefinition definition) -> Text.name(definition))
                .orElse(new Text(feature, feature));
    }

    private static Source source(Cutoff cutoff, Language language) {
        @Nullable LocalDate occurred = cutoff.latestOccurredAt();
        @Nullable Instant known = cutoff.latestKnownAt();
        return new Source(
                language.of(cutoff.name()),
                String.valueOf(cutoff.signals()),
                occurred == null ? "—" : occurred.toString(),
                known == null ? "—" : instant(known).substring(0, 10),
                cutoff.sources().isEmpty() ? "—" : String.join(", ", cutoff.sources()),
                cutoff.signals() > 0);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String instant(Instant instant) {
        return MINUTE.format(instant.atZone(SignalHeader.CHINA));
    }
}
