package techflow.benchmark.scoring;

import biz.k11i.xgboost.Predictor;
import biz.k11i.xgboost.util.FVec;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import ml.dmlc.xgboost4j.java.XGBoostError;
import techflow.scoring.trees.FlatTreeEnsemble;
import techflow.scoring.trees.TreeShap;

/** One row at a time through a boosted ensemble: the score, and its exact contributions. */
final class TreeBenchmark {
    private static final int CHECKED_CONTRIBUTIONS = 512;
    private static final int REFERENCE_FIRMS = 200;

    private final BoostedModel model;
    private final PrintStream out;

    private TreeBenchmark(BoostedModel model, PrintStream out) {
        this.model = model;
        this.out = out;
    }

    static void run(int trees, int depth, int rounds, PrintStream out) throws XGBoostError, IOException {
        BoostedModel model = BoostedModel.trained(trees, depth, 1);
        TreeBenchmark benchmark = new TreeBenchmark(model, out);
        String title = trees + " trees of depth " + depth;
        out.printf("%n## %s%n%n", title);
        benchmark.checkScores();
        TreeShap known = benchmark.built("path-dependent", () -> TreeShap.pathDependent(model.served()));
        TreeShap against = benchmark.built(
                "interventional, " + REFERENCE_FIRMS + " reference firms",
                () -> TreeShap.against(model.served(), model.rows().subList(0, REFERENCE_FIRMS)));
        benchmark.checkContributions(known, against);
        Rounds.run("Scores, " + title, rounds, benchmark.scorers(), out);
        Rounds.run("Exact contributions, " + title, rounds, benchmark.explainers(known, against), out);
    }

    private interface Build {
        TreeShap build();
    }

    private TreeShap built(String name, Build build) {
        long begin = System.nanoTime();
        TreeShap shap = build.build();
        out.printf("Explainer %s prepared in %,d ms.%n", name, (System.nanoTime() - begin) / 1_000_000);
        return shap;
    }

    private void checkScores() throws XGBoostError {
        int equal = 0;
        for (float[] row : model.rows()) {
            equal += (float) model.served().logOdds(row) == model.margin(row) ? 1 : 0;
        }
        int rows = model.rows().size();
        out.printf("Scores equal to XGBoost's to the last bit: %d of %d rows.%n", equal, rows);
        if (equal != rows) {
            throw new IllegalStateException("scores differ from XGBoost's");
        }
    }

    private void checkContributions(TreeShap known, TreeShap against) throws XGBoostError {
        double farthest = 0;
        double unsummed = 0;
        for (float[] row : model.rows().subList(0, CHECKED_CONTRIBUTIONS)) {
            float[] theirs = model.contributions(row);
            double[] ours = known.contributions(row);
            double sum = known.expected();
            double againstSum = against.expected();
            double[] ahead = against.contributions(row);
            for (int i = 0; i < ours.length; i++) {
                int feature = Integer.parseInt(model.served().features().get(i).value().substring(8));
                farthest = Math.max(farthest, Math.abs(ours[i] - theirs[feature]));
                sum += ours[i];
                againstSum += ahead[i];
            }
            unsummed = Math.max(unsummed, Math.abs(sum - againstSum));
        }
        out.printf(
                "Greatest difference to XGBoost's contributions over %d rows: %.1e; between both sums: %.1e.%n",
                CHECKED_CONTRIBUTIONS, farthest, unsummed);
        if (farthest > 1e-5 || unsummed > 1e-9) {
            throw new IllegalStateException("contributions differ");
        }
    }

    private List<Rounds.Contender> scorers() throws IOException {
        FlatTreeEnsemble served = model.served();
        long[] keys = new long[served.keys()];
        Predictor h2o = new Predictor(DeprecatedBinary.of(model.trees(), BoostedModel.FEATURES));
        List<FVec> vectors = model.rows().stream()
                .map(row -> FVec.Transformer.fromArray(row, false))
                .toList();
        for (int i = 0; i < vectors.size(); i++) {
            float theirs = h2o.predict(vectors.get(i), true)[0];
            if (Math.abs(theirs - served.logOdds(row(i))) > 1e-5) {
                throw new IllegalStateException("H2O's predictor gives " + theirs);
            }
        }
        List<Rounds.Contender> contenders = new ArrayList<>();
        contenders.add(new Rounds.Contender("**FlatTreeEnsemble**", i -> served.logOdds(row(i), keys)));
        contenders.add(new Rounds.Contender(
                "H2O xgboost-predictor 0.3.20", i -> h2o.predict(vectors.get(i & 4095), true)[0]));
        contenders.add(new Rounds.Contender("XGBoost4J 3.0.4 `predict(DMatrix)`", this::theirMargin));
        return contenders;
    }

    private List<Rounds.Contender> explainers(TreeShap known, TreeShap against) {
        return List.of(
                new Rounds.Contender("**TreeShap, path-dependent**", i -> known.contributions(row(i))[0]),
                new Rounds.Contender("**TreeShap, interventional**", i -> against.contributions(row(i))[0]),
                new Rounds.Contender("XGBoost4J 3.0.4 `predictContrib` (path-dependent)", this::theirContributions));
    }

    private float[] row(int i) {
        return model.rows().get(i & 4095);
    }

    private double theirMargin(int i) {
        try {
            return model.margin(row(i));
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }

    private double theirContributions(int i) {
        try {
            return model.contributions(row(i))[0];
        } catch (XGBoostError e) {
            throw new IllegalStateException(e);
        }
    }
}
