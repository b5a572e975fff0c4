package techflow.benchmark.scoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import techflow.features.definition.FeatureName;
import techflow.scoring.trees.FlatTreeEnsemble;
import techflow.scoring.trees.TreeInput;
import techflow.scoring.trees.TreeNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One boosted model, trained here on synthetic rows with block-wise missing values, in the hands of XGBoost and in ours.
 *
 * @param booster XGBoost's
 * @param trees its trees, as its own JSON tells them
 * @param served ours
 * @param rows rows to score; many, because one repeated row would let the processor memorise the path
 */
record BoostedModel(Booster booster, JsonNode trees, FlatTreeEnsemble served, List<float[]> rows) {
    static final int FEATURES = 60;
    private static final int TRAINING_ROWS = 40_000;
    private static final int SCORED_ROWS = 4_096;
    private static final int BLOCK = 10;

    static BoostedModel trained(int count, int depth, long seed) throws XGBoostError {
        Random random = new Random(seed);
        float[] cells = new float[TRAINING_ROWS * FEATURES];
        float[] good = new float[TRAINING_ROWS];
        for (int i = 0; i < TRAINING_ROWS; i++) {
            float[] row = row(random);
            System.arraycopy(row, 0, cells, i * FEATURES, FEATURES);
            good[i] = random.nextDouble() < 1 / (1 + Math.exp(-risk(row))) ? 0 : 1;
        }
        DMatrix matrix = new DMatrix(cells, TRAINING_ROWS, FEATURES, Float.NaN);
        matrix.setLabel(good);
        Map<String, Object> settings = new HashMap<>(Map.of(
                "objective", "binary:logistic",
                "tree_method", "hist",
                "max_depth", depth,
                "eta", 0.08,
                "nthread", 1,
                "base_score", 0.5));
        Booster booster = XGBoost.train(matrix, settings, count, Map.of(), null, null);
        matrix.dispose();
        JsonNode trees = new JsonMapper()
                .readTree(new String(booster.toByteArray("json"), StandardCharsets.UTF_8))
                .at("/learner/gradient_booster/model/trees");
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < SCORED_ROWS; i++) {
            rows.add(row(random));
        }
        return new BoostedModel(booster, trees, served(trees), rows);
    }

    private static FlatTreeEnsemble served(JsonNode trees) {
        List<TreeInput> inputs = new ArrayList<>();
        for (int i = 0; i < FEATURES; i++) {
            inputs.add(new TreeInput(
                    new FeatureName(String.format(Locale.ROOT, "feature_%02d", i)), Optional.empty()));
        }
        List<TreeNode> nodes = new ArrayList<>();
        trees.forEach(tree -> nodes.add(node(tree, 0)));
        return new FlatTreeEnsemble(inputs, 0, nodes);
    }

    private static TreeNode node(JsonNode tree, int index) {
        double cover = tree.get("sum_hessian").get(index).doubleValue();
        float number = (float) tree.get("split_conditions").get(index).doubleValue();
        int low = tree.get("left_children").get(index).intValue();
        if (low < 0) {
            return new TreeNode.Leaf(number, cover);
        }
        return new TreeNode.Split(
                tree.get("split_indices").get(index).intValue(),
                number,
                tree.get("default_left").get(index).intValue() == 1,
                node(tree, low),
                node(tree, tree.get("right_children").get(index).intValue()),
                cover);
    }

    /** Sources are missing as a whole: ten numbers at a time. */
    private static float[] row(Random random) {
        float[] row = new float[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            row[i] = (float) random.nextGaussian();
        }
        for (int block = 0; block < FEATURES; block += BLOCK) {
            if (random.nextInt(6) == 0) {
                java.util.Arrays.fill(row, block, block + BLOCK, Float.NaN);
            }
        }
        return row;
    }

    /** Log-odds of default; missing numbers count as 0 here. */
    private static double risk(float[] row) {
        double sum = -1.5;
        for (int i = 0; i < FEATURES; i++) {
            double number = Float.isNaN(row[i]) ? 0.2 : row[i];
            sum += number * (i % 7 - 3) / 12.0 + (i % 3 == 0 ? number * number / 20 : 0);
        }
        return sum + (row[0] > 0 && row[11] < 0.5 ? 0.7 : 0) - (row[23] * row[37] > 0 ? 0.4 : 0);
    }

    /** XGBoost's own margin of one row. */
    float margin(float[] row) throws XGBoostError {
        DMatrix matrix = new DMatrix(row, 1, FEATURES, Float.NaN);
        try {
            return booster.predict(matrix, true)[0][0];
        } finally {
            matrix.dispose();
        }
    }

    /** XGBoost's own contributions of one row, the bias last. */
    float[] contributions(float[] row) throws XGBoostError {
        DMatrix matrix = new DMatrix(row, 1, FEATURES, Float.NaN);
        try {
            return booster.predictContrib(matrix, 0)[0];
        } finally {
            matrix.dispose();
        }
    }
}
