package techflow.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.gate.GateOverride;
import techflow.scoring.validation.gate.GateVerdicts.Row;
import techflow.scoring.validation.gate.GateVerdicts.Verdict;

/** A validation in the lines that a command prints. */
final class ValidationLines {
    private ValidationLines() {}

    static List<String> of(ValidationReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s%s %s: %d rows, %d bads, AUC %s, KS %s",
                report.synthetic() ? "SYNTHETIC " : "",
                report.subject().artifact().manifest().modelId(),
                report.subject().artifact().manifest().version(),
                report.overall().rows(),
                report.overall().bads(),
                report.overall().discrimination().auc().text(3),
                report.overall().discrimination().ks().text(3)));
        report.verdicts().rows().stream()
                .filter(row -> row.verdict() != Verdict.PASSED)
                .map(row -> line(row, report.verdicts().override(row.gate().figure())))
                .forEach(lines::add);
        long passed = report.verdicts().rows().stream()
                .filter(row -> row.verdict() == Verdict.PASSED)
                .count();
        lines.add("%d of %d gates passed (%s): %s"
                .formatted(
                        passed,
                        report.verdicts().rows().size(),
                        report.limits().version(),
                        report.verdicts().promotable() ? "may be promoted" : "must not be promoted"));
        return lines;
    }

    private static String line(Row row, Optional<GateOverride> override) {
        String value = row.value().isPresent()
                ? String.format(Locale.ROOT, "%.4g", row.value().getAsDouble())
                : "no figure";
        return "  %-12s %s: found %s, limit %s%s"
                .formatted(
                        row.verdict(),
                        row.gate().figure().word(),
                        value,
                        row.gate().limit(),
                        override.map(one -> "; overridden by " + one.by() + ": " + one.reason())
                                .orElse(""));
    }
}
