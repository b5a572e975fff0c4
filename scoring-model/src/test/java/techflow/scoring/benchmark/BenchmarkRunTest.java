package techflow.scoring.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.definition.FeatureValue;
import techflow.problem.RecordFault;
import techflow.scoring.benchmark.BenchmarkTable.Line;
import techflow.scoring.benchmark.BenchmarkTable.SetResult;
import techflow.scoring.benchmark.BenchmarkTable.Verdict;
import techflow.scoring.engine.xgboost.BoostedSettings;
import techflow.scoring.engine.xgboost.BoostedSettings.Settled;
import techflow.scoring.engine.xgboost.BoostedTrees;
import techflow.scoring.engine.xgboost.Committee;
import techflow.scoring.engine.xgboost.TreeSettings;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.TrainingSet;

class BenchmarkRunTest {
    private static final ModelTrainer QUICK = new BoostedTrees(
            BoostedSettings.of(new Settled(Committee.of(TreeSettings.STANDARD.withShrinkage(0.1), 40))));

    @TempDir
    private Path folder;

    private List<SetResult> results(boolean leak) throws Exception {
        OpenSet set = OpenSetReader.read(OpenSetFolder.write(folder.resolve("small"), 900, leak));
        Map<String, Function<TrainingSet, ModelTrainer>> trainers = new LinkedHashMap<>();
        trainers.put("boosted", rows -> QUICK);
        return new BenchmarkRun(trainers, QUICK, 1).on(set, (name, trainer, done) -> {});
    }

    @Test
    void a_folder_becomes_rows_with_missing_cells_and_labels() throws Exception {
        OpenSet set = OpenSetReader.read(OpenSetFolder.write(folder.resolve("small"), 60, false));
        assertThat(set.rows().size()).isEqualTo(60);
        assertThat(set.folds()).hasSize(60).contains(0, 1, 2);
        assertThat(set.columnNames().values()).containsExactlyInAnyOrder("Cash Ratio", "Paid.Back", "field");
        assertThat(set.rows().schema().columns().getLast().labels()).containsExactly("bio", "chips");
        List<FeatureValue> cash = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            cash.add(set.rows().value(row, 0));
        }
        assertThat(cash).hasAtLeastOneElementOfType(FeatureValue.Missing.class);
    }

    @Test
    void a_set_without_a_leak_runs_once_and_finds_its_peer() throws Exception {
        List<SetResult> results = results(false);
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().warning()).isEmpty();
        assertThat(results.getFirst().lines()).extracting(Line::name).containsExactly("boosted", "lr");
        assertThat(results.getFirst().best(true).orElseThrow().auc()).isBetween(0.6, 0.85);
    }

    @Test
    void a_feature_that_knows_the_outcome_is_named_and_left_out_in_a_second_run() throws Exception {
        List<SetResult> results = results(true);
        assertThat(results).extracting(SetResult::name).containsExactly("small", "small without Paid.Back");
        assertThat(results.getFirst().warning()).contains("Paid.Back seems to know the outcome");
        assertThat(results.getLast().best(true).orElseThrow().auc())
                .isLessThan(results.getFirst().best(true).orElseThrow().auc() - 0.1);
        assertThat(results.getLast().verdict()).isEqualTo(Verdict.NO_PEER);
    }

    @Test
    void the_verdict_is_by_half_of_the_peers_standard_error() {
        assertThat(against(0.810).verdict()).isEqualTo(Verdict.AHEAD);
        assertThat(against(0.804).verdict()).isEqualTo(Verdict.LEVEL);
        assertThat(against(0.796).verdict()).isEqualTo(Verdict.LEVEL);
        assertThat(against(0.794).verdict()).isEqualTo(Verdict.BEHIND);
    }

    @Test
    void a_loss_is_shown_and_so_is_a_refusal() {
        SetResult lost = against(0.7);
        List<Line> lines = new ArrayList<>(lost.lines());
        lines.add(new Line(
                "scorecard", true, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "no bads"));
        BenchmarkTable table = new BenchmarkTable(List.of(new SetResult("s", 10, 5, "", lines)));
        assertThat(BenchmarkMarkdown.of(table, "about")).contains("| behind |", "refused: no bads");
        assertThat(BenchmarkJson.of(table, "about")).contains("\"BEHIND\"", "\"refused\"");
        assertThat(table.meanRanks()).containsEntry("peer", 1.0).containsEntry("ours", 2.0);
    }

    @Test
    void a_place_without_data_is_refused() {
        assertThatThrownBy(() -> OpenSetReader.folders(folder.resolve("nowhere")))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("meta.json");
    }

    @Test
    void files_that_do_not_fit_are_named() throws Exception {
        Path set = OpenSetFolder.write(folder.resolve("small"), 60, false);
        Path other = OpenSetFolder.write(folder.resolve("other"), 50, false);
        Files.copy(
                other.resolve("folds.csv.gz"),
                set.resolve("folds.csv.gz"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> OpenSetReader.read(set))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("small");
    }

    /** Our AUC against a peer with .8 ± .01. */
    private static SetResult against(double auc) {
        return new SetResult("s", 10, 5, "", List.of(line("ours", true, auc), line("peer", false, 0.8)));
    }

    private static Line line(String name, boolean ours, double auc) {
        Figures figures = new Figures(auc, 0.01, 0.5, 0.1, 0.3, 0.02);
        return new Line(name, ours, Optional.of(figures), OptionalDouble.of(1), OptionalDouble.empty(), "");
    }
}
