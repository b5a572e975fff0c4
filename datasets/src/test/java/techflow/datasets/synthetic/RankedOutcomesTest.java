package techflow.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankedOutcomesTest {
    @Test
    void perfect_order_has_auc_one() {
        assertThat(auc(new double[] {0.1, 0.2, 0.8}, false, false, true)).isEqualTo(1);
    }

    @Test
    void ties_count_half() {
        assertThat(auc(new double[] {0.5, 0.5, 0.5}, false, true, false)).isEqualTo(0.5);
    }

    @Test
    void a_pair_in_the_wrong_order_counts_against() {
        // bads 0.4 and 0.9 against goods 0.3 and 0.6: three of the four pairs are in order
        assertThat(auc(new double[] {0.4, 0.9, 0.3, 0.6}, true, true, false, false))
                .isCloseTo(0.75, within(1e-12));
    }

    @Test
    void one_class_alone_has_none() {
        assertThat(auc(new double[] {0.4, 0.9}, false, false)).isNaN();
    }

    private static double auc(double[] scores, boolean... bads) {
        RankedOutcomes outcomes = new RankedOutcomes();
        for (int i = 0; i < scores.length; i++) {
            outcomes.add(scores[i], bads[i]);
        }
        return outcomes.auc();
    }
}
