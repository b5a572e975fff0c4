package techflow.scoring.score;

/**
 * A range of 12-month PDs.
 *
 * @param low lower end, in (0, 1)
 * @param high upper end, in (0, 1), not below {@code low}
 * @param level share of the possible answers that it holds, in (0, 1), such as 0.9
 */
public record PdInterval(double low, double high, double level) {}
