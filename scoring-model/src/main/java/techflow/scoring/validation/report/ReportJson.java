package techflow.scoring.validation.report;

import java.util.Map;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Document;
import techflow.scoring.validation.document.JsonWriter;
import techflow.scoring.validation.gate.Figure;
import techflow.scoring.validation.gate.Gate;
import techflow.scoring.validation.gate.GateVerdicts.Row;
import techflow.scoring.validation.gate.GateVerdicts.Verdict;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The report for machines.
 *
 * <pre>{@code
 * {"format":1,"at":…,"model":{"id":…,"version":…,"sha256":…},"synthetic":…,"sample":{"rows":…,"bads":…},
 *  "gatesFile":…,"passed":…,"promotable":…,
 *  "gates":[{"name":"auc","value":0.78,"limit":"≥ 0.65","least":0.65,"verdict":"PASSED","passed":true,"required":true},…],
 *  "overrides":[{"gate":…,"by":…,"reason":…}],"figures":{…},"sections":{…}}
 * }</pre>
 *
 * <p>{@code passed}: no gate failed. {@code promotable}: every gate that failed is overridden.
 */
final class ReportJson {
    private static final int FORMAT = 1;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ReportJson() {}

    static String write(ValidationReport report, Document document) {
        ObjectNode json = NODES.objectNode().put("format", FORMAT);
        json.put("at", report.at().toString());
        json.set("model", model(report));
        json.put("synthetic", report.synthetic());
        json.put("seed", report.seed());
        json.putObject("sample")
                .put("description", report.overall().sample())
                .put("rows", report.overall().rows())
                .put("bads", report.overall().bads());
        json.put("gatesFile", report.limits().version());
        json.put("passed", report.verdicts().passed());
        json.put("promotable", report.verdicts().promotable());
        ArrayNode gates = json.putArray("gates");
        report.verdicts().rows().forEach(row -> gates.add(gate(row)));
        ArrayNode overrides = json.putArray("overrides");
        report.verdicts()
                .overrides()
                .forEach(one -> overrides
                        .addObject()
                        .put("gate", one.figure().word())
                        .put("by", one.by())
                        .put("reason", one.reason()));
        json.set("figures", figures(report.figures()));
        json.set("sections", JsonWriter.sections(document));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static ObjectNode model(ValidationReport report) {
        var manifest = report.subject().artifact().manifest();
        return NODES.objectNode()
                .put("id", manifest.modelId())
                .put("version", manifest.version())
                .put("sha256", report.subject().sha256())
                .put("trainedBy", manifest.trainedBy());
    }

    private static ObjectNode gate(Row row) {
        Gate gate = row.gate();
        ObjectNode json = NODES.objectNode().put("name", gate.figure().word());
        if (row.value().isPresent() && Double.isFinite(row.value().getAsDouble())) {
            json.put("value", row.value().getAsDouble());
        } else {
            json.putNull("value");
        }
        json.put("limit", gate.limit());
        gate.least().ifPresent(least -> json.put("least", least));
        gate.greatest().ifPresent(greatest -> json.put("greatest", greatest));
        return json.put("required", gate.required())
                .put("verdict", row.verdict().name())
                .put("passed", row.verdict() != Verdict.FAILED);
    }

    private static ObjectNode figures(Map<Figure, Double> figures) {
        ObjectNode json = NODES.objectNode();
        figures.forEach((figure, value) -> {
            if (Double.isFinite(value)) {
                json.put(figure.word(), value);
            } else {
                json.putNull(figure.word());
            }
        });
        return json;
    }
}
