package techflow.api.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer;
import techflow.api.answer.ScoreAnswer.CertificateLine;
import techflow.api.answer.ScoreAnswer.ConditionLine;
import techflow.api.answer.ScoreAnswer.ItemLine;
import techflow.api.answer.ScoreAnswer.PointRange;
import techflow.api.answer.ScoreAnswer.PublishedPoints;
import techflow.api.page.ReportView.Certificate;
import techflow.api.page.ReportView.CertificateRow;
import techflow.scoring.technology.certificate.Source;

/** The published certificate rules and official points of an answer as finished text. */
final class CertificateTable {
    private static final String POINTS_ONLY = "POINTS";

    private final Language language;

    CertificateTable(Language language) {
        this.language = language;
    }

    /** One row per rule; none for an answer of a release without them. */
    List<Certificate> rules(ScoreAnswer answer) {
        return Optional.ofNullable(answer.certificates()).orElse(List.of()).stream()
                .map(this::rule)
                .toList();
    }

    /** Official innovation points, one line a year. */
    List<String> published(ScoreAnswer answer) {
        return Optional.ofNullable(answer.innovationPoints().published()).orElse(List.of()).stream()
                .map(this::published)
                .toList();
    }

    private Certificate rule(CertificateLine line) {
        String style = Optional.ofNullable(line.answer()).orElse(POINTS_ONLY);
        List<CertificateRow> rows = new ArrayList<>();
        line.items().forEach(item -> rows.add(item(item)));
        line.conditions().forEach(condition -> rows.add(condition(condition)));
        return new Certificate(
                language.of(line.name()),
                sign(style),
                word(style),
                style,
                Optional.ofNullable(line.points()).map(this::points).orElse("—"),
                Optional.ofNullable(line.heldUntil())
                        .map(day -> language.of("已持有，有效至 " + day, "held, valid until " + day))
                        .orElse("—"),
                line.missing().stream().map(language::of).collect(Collectors.joining(language.of("；", "; "))),
                rows.stream()
                        .map(CertificateRow::source)
                        .distinct()
                        .map(this::title)
                        .collect(Collectors.joining(language.of("；", "; "))),
                rows);
    }

    /** What the code of a rule's source stands for; an answer of another release may name one unknown here. */
    private String title(String code) {
        return Arrays.stream(Source.values())
                .filter(source -> source.name().equals(code))
                .map(source -> code + " " + language.of(source.chinese(), source.english()))
                .findFirst()
                .orElse(code);
    }

    private String points(PointRange range) {
        String asked = Optional.ofNullable(range.threshold())
                .map(points -> language.of("，要求 ", ", asks for ") + (range.exceeded() ? ">" : "≥") + number(points))
                .orElse("");
        return range(range.from(), range.to()) + " / " + number(range.maximum()) + asked;
    }

    private CertificateRow item(ItemLine item) {
        return new CertificateRow(
                range(item.from(), item.to()) + " / " + number(item.maximum()),
                language.of(item.name()),
                language.of(item.found()),
                language.of(item.band()),
                item.source());
    }

    private CertificateRow condition(ConditionLine one) {
        return new CertificateRow(
                sign(one.answer()) + " " + word(one.answer()),
                language.of(one.name()),
                language.of(one.found()),
                kind(one.kind()),
                one.source());
    }

    private String kind(String kind) {
        return switch (kind) {
            case "DECLARED" -> language.of("须企业声明", "to be declared");
            case "SHORT_CUT" -> language.of("直接条件", "short cut");
            default -> "";
        };
    }

    private static String sign(String answer) {
        return switch (answer) {
            case "MET" -> "✓";
            case "NOT_MET" -> "✗";
            case POINTS_ONLY -> "∑";
            default -> "◌";
        };
    }

    private String word(String answer) {
        return switch (answer) {
            case "MET" -> language.of("满足", "met");
            case "NOT_MET" -> language.of("不满足", "not met");
            case POINTS_ONLY -> language.of("仅计分", "points only");
            default -> language.of("待定", "open");
        };
    }

    private String published(PublishedPoints one) {
        String blocks = one.blocks().stream()
                .map(block -> language.of(block.name()) + " " + number(block.points()))
                .collect(Collectors.joining(language.of("，", ", ")));
        return one.year() + " " + one.authority() + language.of("：", ": ") + number(one.total())
                + (one.maximum() == null ? "" : " / " + number(one.maximum())) + language.of("（", " (")
                + language.of(one.frameName())
                + (blocks.isEmpty() ? "" : language.of("；", "; ") + blocks) + language.of("）", ")");
    }

    private static String range(double from, double to) {
        return from == to ? number(from) : number(from) + "–" + number(to);
    }

    private static String number(@Nullable Double value) {
        if (value == null) {
            return "?";
        }
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
