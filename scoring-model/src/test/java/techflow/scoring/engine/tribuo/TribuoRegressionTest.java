package techflow.scoring.engine.tribuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import techflow.scoring.engine.RegressionFitterKit;
import techflow.scoring.training.RegressionFitter;

class TribuoRegressionTest extends RegressionFitterKit {
    @Override
    protected RegressionFitter fitter() {
        return new TribuoRegression();
    }

    @Test
    void tribuo_tells_its_trainer_its_parameters_and_how_much_data_it_saw() {
        double[][] rows = {{-1}, {-1}, {1}, {1}};
        var provenance = fitter().fit(List.of("x"), rows, new boolean[] {true, false, false, false}, 0.5)
                .provenance();
        assertThat(provenance)
                .containsEntry("trainer", "org.tribuo.classification.liblinear.LibLinearClassificationTrainer")
                .containsEntry("trainer.cost", "2.0")
                .containsEntry("rows", "4")
                .containsEntry("columns", "2")
                .containsEntry("tribuo", "4.3.2");
    }

    @Test
    void tribuo_evaluates_auc_at_all() {
        assertThat(fitter().auc(new double[] {1, 2, 2, 3}, new boolean[] {true, true, false, false}))
                .hasValue(0.875);
    }
}
