package techflow.scoring.engine.xgboost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureSchema;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.FeatureVector;
import techflow.features.definition.Unit;
import techflow.features.snapshot.AsOf;
import techflow.scoring.benchmark.Cost;
import techflow.scoring.engine.xgboost.BoostedSettings.Settled;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.training.Candidate;
import techflow.scoring.training.ModelTrainer.TrainingTask;
import techflow.scoring.training.TrainingProgress;
import techflow.scoring.training.TrainingSet;

/**
 * What our adapter costs beside the bare native booster at equal settings and on equal numbers, each in a process of its
 * own. A program, not a test: {@code TrainingCost ROWS FEATURES ROUNDS}. CPU seconds are of copying the rows and boosting,
 * the making of the rows aside; the peak is of the whole process, the rows included.
 */
public final class TrainingCost {
    private static final TreeSettings TREES = new TreeSettings(6, 0.08, 1, 1, 0, 1, 1);
    private static final long SEED = 1;

    private TrainingCost() {}

    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        int features = Integer.parseInt(args[1]);
        int rounds = Integer.parseInt(args[2]);
        if (args.length == 3) {
            double[] bare = child("bare", args);
            double[] ours = child("ours", args);
            System.out.printf(Locale.ROOT, "%,d rows x %d, %d rounds%n", rows, features, rounds);
            System.out.printf(Locale.ROOT, "bare  %.1f CPU s  %.0f MiB%n", bare[0], bare[1]);
            System.out.printf(Locale.ROOT, "ours  %.1f CPU s  %.0f MiB%n", ours[0], ours[1]);
            System.out.printf(Locale.ROOT, "ratio %.3f        %.3f%n", ours[0] / bare[0], ours[1] / bare[1]);
        } else if (args[3].equals("bare")) {
            bare(rows, features, rounds);
        } else {
            ours(rows, features, rounds);
        }
    }

    /** The heap is as large as making the rows needs it: for the bare booster floats, for us the columns of a training set. */
    private static double[] child(String role, String[] args) throws IOException, InterruptedException {
        long cells = Long.parseLong(args[0]) * Long.parseLong(args[1]);
        long heap = (role.equals("bare") ? 4 * cells : 10 * cells) / (1 << 20) + 128;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmn32m",
                "-XX:-ShrinkHeapInSteps",
                "-XX:MinHeapFreeRatio=5", // what making the rows left behind is given back before it is measured
                "-XX:MaxHeapFreeRatio=10",
                "-Xmx" + heap + "m",
                "-cp",
                System.getProperty("java.class.path"),
                TrainingCost.class.getName()));
        command.addAll(List.of(args));
        command.add(role);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(role + " ended with " + process.exitValue() + ": " + said);
        }
        String[] figures =
                said.lines().reduce((first, last) -> last).orElseThrow().split(" ");
        return new double[] {Double.parseDouble(figures[0]), Double.parseDouble(figures[1])};
    }

    private static void bare(int rows, int features, int rounds) throws Exception {
        float[] cells = new float[rows * features];
        float[] good = new float[rows];
        Random random = new Random(SEED);
        for (int row = 0; row < rows; row++) {
            good[row] = row(random, features, row, cells, row * features) ? 0 : 1;
        }
        Map<String, Object> parameters = new HashMap<>(TREES.asNative());
        parameters.put("objective", "binary:logistic");
        parameters.put("tree_method", "hist");
        parameters.put("max_bin", 256);
        parameters.put("nthread", 1);
        parameters.put("base_score", 0.5);
        var measured = Cost.of(() -> {
            DMatrix matrix = new DMatrix(cells, rows, features, Float.NaN);
            matrix.setLabel(good);
            Booster booster = XGBoost.train(matrix, parameters, rounds, Map.of(), null, null);
            byte[] bytes = booster.toByteArray("ubj");
            booster.dispose();
            matrix.dispose();
            return bytes.length;
        });
        tell(measured.cost());
    }

    private static void ours(int rows, int features, int rounds) throws Exception {
        TrainingSet set = set(rows, features);
        List<Candidate> candidates = set.schema().columns().stream()
                .map(column -> new Candidate(column.name(), Direction.NONE))
                .toList();
        BoostedSettings settings =
                new BoostedSettings(new Settled(Committee.of(TREES, rounds)), 256, 0, false, 0.01, 1);
        TrainingTask task = new TrainingTask(set, candidates, set.where(row -> row < 50), SEED);
        System.gc();
        tell(Cost.of(() -> new BoostedTrees(settings).train(task, TrainingProgress.NONE))
                .cost());
    }

    private static TrainingSet set(int rows, int features) {
        List<FeatureSchema.Column> columns = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            columns.add(new FeatureSchema.Column(
                    new FeatureName(String.format(Locale.ROOT, "feature_%03d", i)), Unit.RATIO, List.of()));
        }
        FeatureSchema schema = new FeatureSchema("cost-1", columns);
        TrainingSet.Builder builder = TrainingSet.of(schema);
        Random random = new Random(SEED);
        AsOf day = AsOf.startOf(java.time.LocalDate.of(2020, 1, 1));
        float[] cells = new float[features];
        for (int row = 0; row < rows; row++) {
            boolean bad = row(random, features, row, cells, 0);
            List<FeatureValue> values = new ArrayList<>(features);
            for (float cell : cells) {
                values.add(Float.isNaN(cell) ? FeatureValue.missing(MissingReason.NO_DATA) : FeatureValue.of(cell));
            }
            builder.add(new FeatureVector(SmallWorld.firm(row % 1000), day, schema, values), bad);
        }
        return builder.build();
    }

    /** One row in twenty cells is missing; the outcome hangs on the first five. */
    private static boolean row(Random random, int features, int row, float[] cells, int from) {
        double sum = 2;
        for (int i = 0; i < features; i++) {
            float value = random.nextInt(20) == 0 ? Float.NaN : random.nextFloat() * 2 - 1;
            cells[from + i] = value;
            sum += i < 5 && !Float.isNaN(value) ? value : 0;
        }
        return random.nextDouble() < 1 / (1 + Math.exp(sum));
    }

    private static void tell(Cost cost) {
        System.out.println(cost.cpuSeconds() + " " + cost.peakMib().orElse(Double.NaN));
    }
}
