package techflow.scoring.training;

import java.util.List;

/** The regression of searches: no library, no conversion of rows. What is kept is fitted by a library all the same. */
enum SearchRegression implements RegressionFitter {
    INSTANCE;

    @Override
    public ModelTrainer.Library library() {
        return new ModelTrainer.Library("techflow", "Newton's method");
    }

    @Override
    public Fit fit(List<String> names, double[][] rows, boolean[] bads, double[] weights, double l2) {
        double[][] columns = new double[names.size()][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows[row][column];
            }
        }
        return new NewtonRegression(columns, bads, weights, l2, Shrinkage.ZERO)
                .fit(NewtonRegression.ENOUGH)
                .fit();
    }
}
