package techflow.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import techflow.cli.IngestCommand.FileResult;
import techflow.features.ingest.FileReport;
import techflow.features.ingest.Reject;
import techflow.features.store.postgres.LoadCounts;
import techflow.features.store.postgres.LoadEntry;

/** What {@code techflow ingest} prints when it is done. */
final class IngestTables {
    private IngestTables() {}

    /** A line for each file to the one, the first things to look at to the other. */
    static void summary(PrintWriter out, PrintWriter err, List<FileResult> results, boolean dryRun) {
        List<String[]> rows = new ArrayList<>();
        results.forEach(result -> rows.add(row(result, dryRun)));
        print(
                out,
                new String[] {
                    "file", "kind", "result", "read", "inserted", "there", "conflicts", "rejected", "warnings", "s"
                },
                3,
                rows);
        if (dryRun) {
            out.println("A dry run: nothing was changed.");
        }
        out.flush();
        results.forEach(result -> details(err, result));
        err.flush();
    }

    /** The ledger, the newest load first. */
    static void loads(PrintWriter out, List<LoadEntry> loads) {
        List<String[]> rows = new ArrayList<>();
        for (LoadEntry load : loads) {
            List<String> row = new ArrayList<>(List.of(
                    Long.toString(load.loadId()),
                    load.startedAt().toString().substring(0, 19) + "Z",
                    load.status().name(),
                    load.file().name(),
                    load.file().kind().name(),
                    load.file().sha256().substring(0, 12)));
            row.addAll(counts(load.counts(), load.warnings()));
            rows.add(row.toArray(String[]::new));
        }
        String[] header = {
            "load",
            "started",
            "status",
            "file",
            "kind",
            "sha256",
            "read",
            "inserted",
            "there",
            "conflicts",
            "rejected",
            "warnings"
        };
        print(out, header, 6, rows);
        out.flush();
    }

    private static String[] row(FileResult result, boolean dryRun) {
        Optional<FileReport> report = result.report();
        List<String> row = new ArrayList<>();
        row.add(result.file());
        row.add(report.map(done -> done.kind().name()).orElse("?"));
        row.add(report.map(done -> word(done, dryRun)).orElse("refused"));
        row.addAll(counts(
                report.filter(done -> done.result() != FileReport.Result.ALREADY_LOADED)
                        .map(FileReport::counts)
                        .orElse(LoadCounts.NOTHING),
                report.map(FileReport::warnings).orElse(0L)));
        row.add(String.format(Locale.ROOT, "%.1f", result.seconds()));
        return row.toArray(String[]::new);
    }

    private static String word(FileReport report, boolean dryRun) {
        return switch (report.result()) {
            case LOADED -> dryRun ? "would load" : "loaded";
            case RESUMED -> "resumed";
            case ALREADY_LOADED -> "loaded already";
            case REFUSED -> dryRun ? "would refuse" : "refused";
        };
    }

    private static List<String> counts(LoadCounts counts, long warnings) {
        return List.of(
                number(counts.read()),
                number(counts.inserted()),
                number(counts.duplicates()),
                number(counts.conflicts()),
                number(counts.rejected()),
                number(warnings));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static void details(PrintWriter err, FileResult result) {
        result.fault().ifPresent(fault -> {
            err.println(result.file() + ": " + fault.getMessage());
            fault.violations().forEach(violation -> err.println("  " + violation.describe()));
        });
        result.report().ifPresent(report -> details(err, report));
    }

    private static void details(PrintWriter err, FileReport report) {
        if (report.result() == FileReport.Result.ALREADY_LOADED) {
            LoadEntry load = report.load();
            err.println(report.file() + ": the same bytes were loaded as "
                    + load.file().name() + " (load " + load.loadId() + ", " + load.startedAt()
                    + "); --again reads them once more");
        }
        if (!report.load().reason().isEmpty()) {
            err.println(report.file() + ": " + report.load().reason());
        }
        for (Reject reject : report.first()) {
            err.println(report.file() + " line " + reject.line() + " ("
                    + reject.outcome().name().toLowerCase(Locale.ROOT) + ") "
                    + reject.violation().describe());
        }
        report.rejects().ifPresent(file -> err.println(report.file() + ": all of them in " + file));
    }

    /** Columns as wide as their widest cell, numbers to the right. */
    private static void print(PrintWriter out, String[] header, int firstNumber, List<String[]> rows) {
        int[] widths = new int[header.length];
        for (int i = 0; i < header.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    header[i].length(),
                    rows.stream().mapToInt(row -> row[column].length()).max().orElse(0));
        }
        line(out, header, widths, firstNumber);
        rows.forEach(row -> line(out, row, widths, firstNumber));
    }

    private static void line(PrintWriter out, String[] cells, int[] widths, int firstNumber) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String blank = " ".repeat(widths[i] - cells[i].length());
            line.append(i < firstNumber ? cells[i] + blank : blank + cells[i]).append("  ");
        }
        out.println(line.toString().stripTrailing());
    }
}
