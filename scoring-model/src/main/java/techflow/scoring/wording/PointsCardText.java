package techflow.scoring.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.PointsCard;

/** A points card for print: Markdown for people, CSV for their spreadsheets. Both languages stand side by side. */
public final class PointsCardText {
    private final PointsCard card;
    private final Map<FeatureName, Bilingual> names;

    /** @param definitions name the features for people; a feature without one goes by its own name */
    public PointsCardText(PointsCard card, List<FeatureDefinition> definitions) {
        this.card = card;
        names = definitions.stream().collect(Collectors.toMap(FeatureDefinition::name, LabelText::of));
    }

    /** A table of every bin, and what rounding costs. */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| 特征 Characteristic | 分箱 Bin | 好 Good | 坏 Bad | WoE | 分值 Points |");
        lines.add("|---|---|---:|---:|---:|---:|");
        lines.add("| 基础分 Base | | | | | " + card.base() + " |");
        for (PointsCard.Line line : card.lines()) {
            Bilingual name = name(line.feature());
            String first = name.chinese() + " " + name.english();
            for (PointsCard.Row row : line.rows()) {
                if (shown(row)) {
                    lines.add(markdown(first, row));
                    first = "";
                }
            }
        }
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "每家企业的分值之和与未取整评分最多相差 %.1f 分；同一特征内，更安全的分箱分值不会更低。 Any firm's sum is within %.1f points of its unrounded score; within a characteristic a safer bin never has fewer points.",
                card.greatestError(),
                card.greatestError()));
        return String.join("\n", lines) + "\n";
    }

    /** One row a bin, with a header; UTF-8, quoted. */
    public String csv() {
        List<String> lines = new ArrayList<>();
        lines.add("feature,chinese,english,bin,good,bad,woe,exact_points,points");
        lines.add("base,基础分,Base,,,,,," + card.base());
        for (PointsCard.Line line : card.lines()) {
            Bilingual name = name(line.feature());
            String first = line.feature() + "," + quoted(name.chinese()) + "," + quoted(name.english());
            line.rows().forEach(row -> lines.add(csv(first, row)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String markdown(String first, PointsCard.Row row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %.3f | %+d |",
                first,
                both(BinText.of(row.bin())).replace("|", "/"),
                row.bin().counts().good(),
                row.bin().counts().bad(),
                row.bin().woe(),
                row.points());
    }

    private static String csv(String first, PointsCard.Row row) {
        return String.join(
                ",",
                first,
                quoted(both(BinText.of(row.bin()))),
                String.valueOf(row.bin().counts().good()),
                String.valueOf(row.bin().counts().bad()),
                String.valueOf(row.bin().woe()),
                String.valueOf(row.exact()),
                String.valueOf(row.points()));
    }

    private static String both(Bilingual text) {
        return text.chinese().equals(text.english()) ? text.english() : text.chinese() + " " + text.english();
    }

    /** A missing bin that nobody fell into is a safeguard, not news. */
    private static boolean shown(PointsCard.Row row) {
        return row.bin().counts().total() > 0 || !(row.bin() instanceof Bin.MissingBin);
    }

    private Bilingual name(FeatureName feature) {
        Bilingual known = names.get(feature);
        return known == null ? Bilingual.same(feature.value()) : known;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
