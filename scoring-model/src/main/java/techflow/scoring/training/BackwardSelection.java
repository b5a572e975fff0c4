package techflow.scoring.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import techflow.scoring.training.ModelTrainer.Dropped;

/**
 * Drops lines one by one: first those with a coefficient of 0 or less, the weakest first, then those that gain less than
 * their price, then those beyond the greatest number. The gain is twice the penalised log-likelihood that the line adds,
 * read from the quadratic approximation at the last full fit (Lawless and Singhal 1978); what is left is fitted anew and
 * gone through again until nothing has to go.
 */
final class BackwardSelection {
    private final TrainingSettings settings;
    private final boolean[] bads;
    private final double[] weights;
    private final List<Dropped> dropped;

    BackwardSelection(TrainingSettings settings, boolean[] bads, double[] weights, List<Dropped> dropped) {
        this.settings = settings;
        this.bads = bads;
        this.weights = weights;
        this.dropped = dropped;
    }

    /** The columns that stay, in their order; none when all have to go. */
    List<WoeColumn> select(List<WoeColumn> columns) {
        List<WoeColumn> kept = new ArrayList<>(columns);
        int before = -1;
        double[] start = {};
        while (!kept.isEmpty() && kept.size() != before) {
            before = kept.size();
            double[][] x = kept.stream().map(WoeColumn::woe).toArray(double[][]::new);
            NewtonRegression newton = new NewtonRegression(x, bads, weights, settings.l2(), settings.shrinkage());
            NewtonRegression.Optimum optimum = start.length == before + 1
                    ? newton.from(start, NewtonRegression.ENOUGH)
                    : newton.fit(NewtonRegression.ENOUGH);
            start = new Elimination(optimum, kept).run();
        }
        return kept;
    }

    /** One run over a quadratic approximation. */
    private final class Elimination {
        private final List<WoeColumn> kept;
        private final double[][] covariance;
        private final double[] beta;

        /** Positions in the approximation of the columns kept, in their order. */
        private final List<Integer> places;

        Elimination(NewtonRegression.Optimum optimum, List<WoeColumn> kept) {
            this.kept = kept;
            beta = optimum.beta().clone();
            covariance = new Cholesky(optimum.hessian()).inverse();
            places = new ArrayList<>(IntStream.range(0, kept.size()).boxed().toList());
        }

        /** Coefficients of what is left, then the intercept, to start the next fit from. */
        double[] run() {
            int weakest = weakest();
            while (weakest >= 0 && mustGo(weakest)) {
                drop(weakest);
                weakest = weakest();
            }
            return IntStream.concat(places.stream().mapToInt(Integer::intValue), IntStream.of(beta.length - 1))
                    .mapToDouble(i -> beta[i])
                    .toArray();
        }

        /** Among lines of the wrong sign, or else among all, the one of the smallest gain; −1 of none. */
        private int weakest() {
            int found = -1;
            for (int i = 0; i < places.size(); i++) {
                boolean wrong = beta[places.get(i)] <= 0;
                boolean foundWrong = found >= 0 && beta[places.get(found)] <= 0;
                if (found < 0 || (wrong && !foundWrong) || (wrong == foundWrong && gain(i) < gain(found))) {
                    found = i;
                }
            }
            return found;
        }

        private double gain(int i) {
            int place = places.get(i);
            return beta[place] * beta[place] / covariance[place][place];
        }

        private boolean mustGo(int i) {
            return beta[places.get(i)] <= 0
                    || gain(i) < settings.linePrice()
                    || places.size() > settings.mostCharacteristics();
        }

        private void drop(int i) {
            dropped.add(new Dropped(kept.get(i).feature(), reason(i)));
            int out = places.get(i);
            double pivot = covariance[out][out];
            double[] column = covariance[out].clone();
            double share = beta[out] / pivot;
            for (int a = 0; a < beta.length; a++) {
                beta[a] -= share * column[a];
                for (int b = 0; b < beta.length; b++) {
                    covariance[a][b] -= column[a] * column[b] / pivot;
                }
            }
            places.remove(i);
            kept.remove(i);
        }

        private String reason(int i) {
            double coefficient = beta[places.get(i)];
            if (coefficient <= 0) {
                return String.format(
                        Locale.ROOT, "wrong sign beside the others: coefficient %.3f, must be above 0", coefficient);
            }
            return gain(i) < settings.linePrice()
                    ? String.format(
                            Locale.ROOT,
                            "adds too little: twice its log-likelihood is %.2f, the price %.2f",
                            gain(i),
                            settings.linePrice())
                    : String.format(
                            Locale.ROOT,
                            "adds least, beyond %d lines: twice its log-likelihood is %.2f",
                            settings.mostCharacteristics(),
                            gain(i));
        }
    }
}
