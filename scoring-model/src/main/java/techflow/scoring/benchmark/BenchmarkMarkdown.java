package techflow.scoring.benchmark;

import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalDouble;
import techflow.scoring.benchmark.BenchmarkTable.Line;
import techflow.scoring.benchmark.BenchmarkTable.SetResult;

/** The results as a page for people. Losses stand in it like gains. */
public final class BenchmarkMarkdown {
    private BenchmarkMarkdown() {}

    /** @param about seed, budget and machine, in a line */
    public static String of(BenchmarkTable table, String about) {
        StringBuilder page = new StringBuilder("# Trainers beside peers on open data 公开数据对比\n\n");
        page.append(about).append("\n\n");
        page.append("All figures are of pooled out-of-fold PDs on the folds that come with the data; settings and")
                .append(" calibration see training folds only. `±` is DeLong's standard error. Calibration error: mean")
                .append(" |default rate − mean PD| over ")
                .append(Figures.CALIBRATION_BINS)
                .append(
                        " bins of equally many rows. Verdict: the best of ours against the best peer by AUC, level within")
                .append(
                        " half of the peer's standard error. CPU seconds of ours are of all folds, search and calibration")
                .append(
                        " included, the peers' of all folds as they were published; MiB is the greatest resident memory of")
                .append(" the process meanwhile. A feature is suspected of leakage when it ranks with AUC ")
                .append(LeakageCheck.SUSPECT_AUC)
                .append(" or more alone, or when a quick model has as much and the feature's removal costs ")
                .append(Math.round(100 * LeakageCheck.SUSPECT_SHARE))
                .append(
                        " % or more of what the AUC has above one half: the set then runs a second time without it.\n\n");
        page.append("| set | rows | bads | best of ours | AUC | best peer | AUC ± | verdict | best calibrated |\n");
        page.append("|---|---:|---:|---|---:|---|---:|---|---|\n");
        table.sets().forEach(set -> page.append(summary(set)));
        page.append("\nMean rank by AUC (1 is best): ");
        table.meanRanks().forEach((name, rank) -> page.append(String.format(Locale.ROOT, "%s %.2f · ", name, rank)));
        page.append("\n");
        table.sets().forEach(set -> page.append(details(set)));
        return page.toString();
    }

    private static String summary(SetResult set) {
        Line own = set.best(true).orElse(null);
        Line peer = set.best(false).orElse(null);
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.1f %% | %s | %s | %s | %s | %s | %s |%n",
                set.name(),
                set.rows(),
                100.0 * set.bads() / set.rows(),
                own == null ? "–" : own.name(),
                own == null ? "–" : String.format(Locale.ROOT, "%.4f", own.auc()),
                peer == null ? "–" : peer.name(),
                peer == null
                        ? "–"
                        : String.format(
                                Locale.ROOT,
                                "%.4f ± %.4f",
                                peer.auc(),
                                peer.figures().orElseThrow().aucError()),
                set.verdict().words(),
                peer == null ? "–" : set.bestCalibrated() ? "ours" : "a peer");
    }

    private static String details(SetResult set) {
        StringBuilder part = new StringBuilder("\n## ").append(set.name()).append("\n\n");
        if (!set.warning().isEmpty()) {
            part.append("**Leakage?** ").append(set.warning()).append(".\n\n");
        }
        part.append("| | AUC | ± | KS | Brier | log loss | calibration error | CPU s | MiB |\n");
        part.append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        set.lines().stream()
                .sorted(Comparator.comparingDouble(Line::auc).reversed())
                .forEach(line -> part.append(row(line)));
        return part.toString();
    }

    private static String row(Line line) {
        String name = line.ours() ? "**" + line.name() + "**" : line.name();
        return line.figures()
                .map(f -> String.format(
                        Locale.ROOT,
                        "| %s | %.4f | %.4f | %.3f | %.4f | %.4f | %.4f | %s | %s |%n",
                        name,
                        f.auc(),
                        f.aucError(),
                        f.ks(),
                        f.brier(),
                        f.logLoss(),
                        f.calibrationError(),
                        number(line.cpuSeconds(), "%.1f"),
                        number(line.peakMib(), "%.0f")))
                .orElseGet(() -> "| " + name + " | refused: " + line.note() + " | | | | | | | |\n");
    }

    private static String number(OptionalDouble value, String form) {
        return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : "–";
    }
}
