package techflow.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import techflow.scoring.bins.BinsFile;
import techflow.scoring.bins.Counted;
import techflow.scoring.bins.Edit;
import techflow.scoring.bins.FeatureBins;
import techflow.scoring.scorecard.Bin;
import techflow.scoring.scorecard.WeightOfEvidence;
import techflow.scoring.wording.BinText;

/** A bins file as text. */
final class BinsTable {
    private static final int WIDTH = 12;
    private static final double FULL = 1.5;

    private final BinsFile file;

    BinsTable(BinsFile file) {
        this.file = file;
    }

    /** One line a feature, the most informative first. */
    List<String> overview() {
        List<String> lines = new ArrayList<>();
        lines.add(file.schema() + ", " + file.data());
        lines.add(lock());
        lines.add(String.format(Locale.ROOT, "%-38s %-20s %5s %7s  %s", "feature", "direction", "bins", "IV", "名称"));
        file.features().stream()
                .sorted(Comparator.comparingDouble((FeatureBins one) -> -informationValue(one))
                        .thenComparing(FeatureBins::feature))
                .map(this::line)
                .forEach(lines::add);
        return lines;
    }

    private String line(FeatureBins one) {
        String value = one.counted()
                .map(counted -> String.format(Locale.ROOT, "%7.3f", counted.informationValue()))
                .orElse("recount");
        return String.format(
                Locale.ROOT,
                "%-38s %-20s %5d %7s  %s%s%s",
                one.feature(),
                one.direction(),
                one.cuts().bins(),
                value,
                one.chineseName(),
                one.dropped() ? "  [dropped 已剔除]" : "",
                one.edits().isEmpty() ? "" : "  [edited 已修改]");
    }

    private static double informationValue(FeatureBins one) {
        return one.counted().map(Counted::informationValue).orElse(0.0);
    }

    private String lock() {
        return file.lock()
                .map(lock -> "locked 已锁定 by " + lock.by() + " at " + lock.at() + ", SHA-256 " + lock.sha256())
                .orElse("not locked 未锁定");
    }

    /** Every bin of a feature. */
    List<String> of(FeatureBins one) {
        List<String> lines = new ArrayList<>();
        lines.add(line(one).strip());
        lines.add(lock());
        Optional<Counted> counted = one.counted();
        if (counted.isEmpty()) {
            lines.add(
                    "Counts are not known since the last edit: ./techflow bins fit --data DIR --from FILE --out FILE");
            lines.add("cuts: " + one.cuts());
        } else {
            lines.add(String.format(
                    Locale.ROOT,
                    "%3s %-30s %9s %7s %8s %8s  %s",
                    "",
                    "bin 分箱",
                    "good 好",
                    "bad 坏",
                    "bad rate",
                    "WoE",
                    "riskier 更险 | safer 更安全"));
            bins(counted.get()).forEach(lines::add);
        }
        for (Edit edit : one.edits()) {
            lines.add(edit.at() + "  " + edit.by() + ": " + edit.what() + " — " + edit.reason());
        }
        return lines;
    }

    private static List<String> bins(Counted counted) {
        List<String> lines = new ArrayList<>();
        Bin.Counts total = WeightOfEvidence.total(counted.binning());
        int number = 1;
        for (Bin bin : counted.binning().all()) {
            if (bin.counts().total() > 0 || !(bin instanceof Bin.MissingBin)) {
                lines.add(bin(number, bin));
            }
            number++;
        }
        lines.add(String.format(Locale.ROOT, "%3s %-30s %9d %7d", "", "total 合计", total.good(), total.bad()));
        return lines;
    }

    private static String bin(int number, Bin bin) {
        Bin.Counts counts = bin.counts();
        return String.format(
                Locale.ROOT,
                "%3d %-30s %9d %7d %7.2f%% %8.3f  %s",
                number,
                BinText.of(bin).english(),
                counts.good(),
                counts.bad(),
                counts.total() == 0 ? 0 : 100.0 * counts.bad() / counts.total(),
                bin.woe(),
                bar(bin.woe()));
    }

    /** From the middle to the left for riskier, to the right for safer. */
    private static String bar(double woe) {
        int length = (int) Math.min(WIDTH, Math.round(Math.abs(woe) / FULL * WIDTH));
        return woe < 0
                ? " ".repeat(WIDTH - length) + "█".repeat(length) + "│"
                : " ".repeat(WIDTH) + "│" + "█".repeat(length);
    }
}
