package techflow.scoring.benchmark;

import techflow.scoring.benchmark.BenchmarkTable.Line;
import techflow.scoring.benchmark.BenchmarkTable.SetResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The results for machines. */
public final class BenchmarkJson {
    private static final JsonMapper JSON = new JsonMapper();

    private BenchmarkJson() {}

    public static String of(BenchmarkTable table, String about) {
        ObjectNode root = JSON.createObjectNode().put("about", about);
        root.put("calibrationBins", Figures.CALIBRATION_BINS);
        ObjectNode ranks = root.putObject("meanRanks");
        table.meanRanks().forEach(ranks::put);
        ArrayNode sets = root.putArray("sets");
        for (SetResult set : table.sets()) {
            ObjectNode node = sets.addObject()
                    .put("name", set.name())
                    .put("rows", set.rows())
                    .put("bads", set.bads())
                    .put("warning", set.warning())
                    .put("verdict", set.verdict().name())
                    .put("bestCalibrated", set.bestCalibrated());
            ArrayNode lines = node.putArray("results");
            set.lines().forEach(line -> write(line, lines.addObject()));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void write(Line line, ObjectNode node) {
        node.put("name", line.name()).put("ours", line.ours());
        line.figures()
                .ifPresent(f -> node.put("auc", f.auc())
                        .put("aucError", f.aucError())
                        .put("ks", f.ks())
                        .put("brier", f.brier())
                        .put("logLoss", f.logLoss())
                        .put("calibrationError", f.calibrationError()));
        line.cpuSeconds().ifPresent(value -> node.put("cpuSeconds", value));
        line.peakMib().ifPresent(value -> node.put("peakMib", value));
        if (!line.note().isEmpty()) {
            node.put("refused", line.note());
        }
    }
}
