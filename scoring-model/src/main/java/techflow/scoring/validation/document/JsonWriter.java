package techflow.scoring.validation.document;

import java.util.List;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.wording.Bilingual;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the sections of a document as JSON: every number of the page, with all its digits; null where there is none. */
public final class JsonWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonWriter() {}

    /** One member per section, by its key. */
    public static ObjectNode sections(Document document) {
        ObjectNode json = NODES.objectNode();
        document.sections().forEach(section -> json.set(section.key(), section(section)));
        return json;
    }

    private static ObjectNode section(Section section) {
        ObjectNode json = NODES.objectNode();
        json.set("title", text(section.title()));
        ArrayNode notes = json.putArray("notes");
        ObjectNode tables = json.putObject("tables");
        ObjectNode plots = json.putObject("plots");
        for (Block block : section.blocks()) {
            switch (block) {
                case Block.Paragraph paragraph -> notes.add(text(paragraph.text()));
                case Block.Table table -> tables.set(table.key(), table(table));
                case Block.Plots side -> side.plots().forEach(plot -> plots.set(plot.key(), plot(plot)));
                case Block.SignOff signOff -> {}
            }
        }
        return json;
    }

    private static ObjectNode table(Block.Table table) {
        ObjectNode json = NODES.objectNode();
        json.set("caption", text(table.caption()));
        ArrayNode rows = json.putArray("rows");
        for (List<Cell> cells : table.rows()) {
            ObjectNode row = rows.addObject();
            for (int i = 0; i < cells.size(); i++) {
                put(row, table.columns().get(i).key(), cells.get(i));
            }
        }
        return json;
    }

    private static void put(ObjectNode row, String key, Cell cell) {
        switch (cell) {
            case Cell.Words words -> row.set(key, text(words.text()));
            case Cell.Number number -> put(row, key, number.value());
            case Cell.Range range -> row.set(key, estimate(range.estimate()));
            case Cell.Empty empty -> row.putNull(key);
        }
    }

    private static ObjectNode estimate(Estimate estimate) {
        ObjectNode json = NODES.objectNode();
        put(json, "value", estimate.value());
        put(json, "low", estimate.low());
        put(json, "high", estimate.high());
        return json;
    }

    private static ObjectNode plot(Plot plot) {
        ObjectNode json = NODES.objectNode();
        json.set("caption", text(plot.caption()));
        ArrayNode all = json.putArray("series");
        for (Plot.Series series : plot.series()) {
            ObjectNode one = all.addObject();
            one.set("name", text(series.name()));
            ArrayNode points = one.putArray("points");
            for (Plot.Point point : series.points()) {
                ObjectNode place = points.addObject();
                put(place, "x", point.x());
                put(place, "y", point.y());
                if (!Double.isNaN(point.low())) {
                    put(place, "low", point.low());
                    put(place, "high", point.high());
                }
            }
        }
        return json;
    }

    private static ObjectNode text(Bilingual text) {
        return NODES.objectNode().put("zh", text.chinese()).put("en", text.english());
    }

    /** JSON has no NaN. */
    private static void put(ObjectNode json, String key, double value) {
        if (Double.isFinite(value)) {
            json.put(key, value);
        } else {
            json.putNull(key);
        }
    }
}
