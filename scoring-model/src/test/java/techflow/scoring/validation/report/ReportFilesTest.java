package techflow.scoring.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.settings.GatesReader;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.validation.SmallValidation;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.HtmlWriter.Language;
import techflow.scoring.validation.gate.Figure;
import techflow.scoring.validation.gate.GateOverride;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportFilesTest {
    private static final String STRICT = """
            name: strict
            assetCorrelation: 0.12
            lowDefaultConfidence: 0.75
            gates:
              - { figure: auc, least: 0.99, required: true }
              - { figure: bads, least: 1 }
            """;
    private static final SmallWorld WORLD = new SmallWorld(SmallValidation.SEED, 6_000);
    private static final ModelArtifact MODEL = WORLD.train("1").artifact();
    private static final ValidationReport REPORT = SmallValidation.run(
            SmallValidation.subject(WORLD, MODEL),
            GatesReader.read(STRICT),
            List.of(new GateOverride(Figure.AUC, "head of risk", "a test")));

    @TempDir
    private Path folder;

    @Test
    void the_page_has_every_section_and_says_synthetic_in_every_caption_of_a_figure() {
        String html = new ReportFiles(REPORT).html(Language.BOTH);
        for (String section : List.of(
                "summary",
                "purpose",
                "data",
                "soundness",
                "discrimination",
                "calibration",
                "stability",
                "sensitivity",
                "explanations",
                "benchmark",
                "implementation",
                "limits",
                "fairness",
                "signoff",
                "law")) {
            assertThat(html).contains("<section id=\"" + section + "\">");
        }
        Matcher captions = Pattern.compile("<figcaption>(.*?)</figcaption>").matcher(html);
        int found = 0;
        while (captions.find()) {
            if (!captions.group(1).contains("要求与所在位置")) { // the map of the law holds no data
                assertThat(captions.group(1)).contains("合成数据", "synthetic data");
                found++;
            }
        }
        assertThat(found).isGreaterThan(25);
        assertThat(html).contains("head of risk").doesNotContain("NaN");
    }

    @Test
    void every_plot_and_table_of_tested_rows_tells_rows_and_defaults() {
        String html = new ReportFiles(REPORT).html(Language.EN);
        String told = String.format(
                java.util.Locale.ROOT,
                "n = %,d, %,d defaults",
                REPORT.overall().rows(),
                REPORT.overall().bads());
        assertThat(html.split(Pattern.quote(told), -1).length).isGreaterThan(15);
    }

    @Test
    void the_json_is_what_a_promotion_needs() throws Exception {
        new ReportFiles(REPORT).write(folder.resolve("new"), Language.ZH);
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("new/report.json")));
        assertThat(json.get("model").get("sha256").stringValue())
                .isEqualTo(REPORT.subject().sha256());
        assertThat(json.get("passed").booleanValue()).isFalse();
        assertThat(json.get("promotable").booleanValue()).isTrue();
        JsonNode auc = json.get("gates").get(0);
        assertThat(auc.get("name").stringValue()).isEqualTo("auc");
        assertThat(auc.get("value").doubleValue()).isEqualTo(REPORT.figures().get(Figure.AUC));
        assertThat(auc.get("least").doubleValue()).isEqualTo(0.99);
        assertThat(auc.get("passed").booleanValue()).isFalse();
        assertThat(json.get("gates").get(1).get("passed").booleanValue()).isTrue();
        assertThat(json.get("overrides").get(0).get("gate").stringValue()).isEqualTo("auc");
        assertThat(json.get("overrides").get(0).get("by").stringValue()).isEqualTo("head of risk");
        assertThat(json.get("synthetic").booleanValue()).isTrue();
        assertThat(Files.readString(folder.resolve("new/report.html"))).contains("id=\"show-zh\" checked");
    }

    @Test
    void page_and_json_hold_the_same_master_scale() {
        JsonNode rows = JsonMapper.shared()
                .readTree(new ReportFiles(REPORT).json())
                .get("sections")
                .get("calibration")
                .get("tables")
                .get("master_scale")
                .get("rows");
        var grades = REPORT.calibration().grades();
        assertThat(rows).hasSize(grades.size());
        for (int i = 0; i < grades.size(); i++) {
            assertThat(rows.get(i).get("rows").intValue())
                    .isEqualTo(grades.get(i).row().rows());
            assertThat(rows.get(i).get("upper_pd").doubleValue())
                    .isEqualTo(grades.get(i).upperPd());
            assertThat(rows.get(i).get("default_rate").isNull())
                    .isEqualTo(grades.get(i).row().rows() == 0);
        }
    }

    @Test
    void the_same_validation_gives_the_same_bytes() {
        ValidationReport again = SmallValidation.run(
                SmallValidation.subject(WORLD, MODEL),
                REPORT.limits(),
                REPORT.verdicts().overrides());
        assertThat(new ReportFiles(again).json()).isEqualTo(new ReportFiles(REPORT).json());
    }
}
