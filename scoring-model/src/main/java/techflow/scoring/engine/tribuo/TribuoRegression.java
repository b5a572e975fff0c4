package techflow.scoring.engine.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.PrimitiveProvenance;
import de.bwaldvogel.liblinear.Model;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.Tribuo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluationUtil;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.common.liblinear.LibLinearModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import techflow.scoring.training.ModelTrainer;
import techflow.scoring.training.RegressionFitter;

/**
 * {@link RegressionFitter} by Tribuo's LIBLINEAR trainer.
 *
 * <p>Tribuo sorts features by name, so columns go by zero-padded position. LIBLINEAR penalises its bias: a constant
 * column of 100 carries the intercept instead, at a ten-thousandth of the price.
 */
public final class TribuoRegression implements RegressionFitter {
    private static final double CONSTANT = 100;
    private static final int MOST_ITERATIONS = 10_000;
    private static final double TERMINATION = 1e-8;
    private static final Label GOOD = new Label("good");
    private static final Label BAD = new Label("bad");

    @Override
    public ModelTrainer.Library library() {
        return new ModelTrainer.Library("tribuo", Tribuo.VERSION);
    }

    @Override
    public Fit fit(List<String> names, double[][] rows, boolean[] bads, double[] weights, double l2) {
        RegressionFitter.requireSound(names, rows, bads, weights, l2);
        MutableDataset<Label> data = dataset(names.size(), rows, bads);
        LibLinearClassificationTrainer trainer = new LibLinearClassificationTrainer(
                new LinearClassificationType(LinearType.L2R_LR), 1 / l2, MOST_ITERATIONS, TERMINATION);
        LibLinearModel<Label> trained = trainer.train(data);
        Model inner = trained.getInnerModels().getFirst();
        int sign = inner.getLabels()[0] == trained.getOutputIDInfo().getID(GOOD) ? 1 : -1;
        Fit once = read(trained, inner.getFeatureWeights(), sign, names.size());
        return RegressionFitter.reweighted(once, rows, bads, weights, l2);
    }

    @Override
    public OptionalDouble auc(double[] logOdds, boolean[] bads) {
        boolean[] goods = new boolean[bads.length];
        for (int i = 0; i < bads.length; i++) {
            goods[i] = !bads[i];
        }
        return OptionalDouble.of(LabelEvaluationUtil.binaryAUCROC(goods, logOdds));
    }

    /** The last weight is LIBLINEAR's own bias, for a constant 1. */
    private static Fit read(LibLinearModel<Label> trained, double[] weights, int sign, int columns) {
        ImmutableFeatureMap ids = trained.getFeatureIDMap();
        double intercept = sign * weights[weights.length - 1];
        List<Double> coefficients = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            coefficients.add(sign * weight(ids, weights, name(column)) + 0.0);
        }
        return new Fit(
                intercept + sign * CONSTANT * weight(ids, weights, name(columns)),
                coefficients,
                provenance(trained.getProvenance()));
    }

    /** What Tribuo itself records of the run, but for the wall clock and the machine: the same data, the same texts. */
    private static Map<String, String> provenance(ModelProvenance told) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("trainer", told.getTrainerProvenance().getClassName());
        told.getTrainerProvenance().getConfiguredParameters().forEach((name, value) -> {
            if (value instanceof PrimitiveProvenance<?> plain) {
                texts.put("trainer." + name, String.valueOf(plain.getValue()));
            }
        });
        texts.put("rows", String.valueOf(told.getDatasetProvenance().getNumExamples()));
        texts.put("columns", String.valueOf(told.getDatasetProvenance().getNumFeatures()));
        texts.put("tribuo", told.getTribuoVersion());
        return texts;
    }

    /** A column of zeros is unknown to Tribuo, whose rows are sparse: its weight is 0. */
    private static double weight(ImmutableFeatureMap ids, double[] weights, String name) {
        int id = ids.getID(name);
        return id < 0 ? 0 : weights[id];
    }

    private static MutableDataset<Label> dataset(int columns, double[][] rows, boolean[] bads) {
        String[] names = IntStream.rangeClosed(0, columns)
                .mapToObj(TribuoRegression::name)
                .toArray(String[]::new);
        var provenance = new SimpleDataSourceProvenance("training set", OffsetDateTime.MIN, new LabelFactory());
        MutableDataset<Label> data = new MutableDataset<>(provenance, new LabelFactory());
        for (int row = 0; row < rows.length; row++) {
            double[] values = Arrays.copyOf(rows[row], columns + 1);
            values[columns] = CONSTANT;
            data.add(new ArrayExample<>(bads[row] ? BAD : GOOD, names, values));
        }
        return data;
    }

    private static String name(int column) {
        return String.format(Locale.ROOT, "column%06d", column);
    }
}
