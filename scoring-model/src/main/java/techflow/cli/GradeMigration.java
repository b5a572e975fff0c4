package techflow.cli;

import java.io.PrintWriter;
import java.util.Locale;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.training.TrainingSet;

/**
 * How firms move from the grades of one model to those of another.
 *
 * @param firms how many in each grade of the first (row) have each grade of the second (column)
 */
record GradeMigration(int[][] firms) {
    /** @throws ModelFault SCHEMA_MISMATCH when a model takes other vectors than these */
    static GradeMigration of(ModelArtifact from, ModelArtifact to, TrainingSet set) {
        requireSchema(from, set);
        requireSchema(to, set);
        int grades = CreditGrade.values().length;
        int[][] firms = new int[grades][grades];
        for (int row = 0; row < set.size(); row++) {
            firms[grade(from, set, row).ordinal()][grade(to, set, row).ordinal()]++;
        }
        return new GradeMigration(firms);
    }

    private static CreditGrade grade(ModelArtifact artifact, TrainingSet set, int row) {
        double logOdds = artifact.calibrator().calibrate(artifact.model().logOdds(set.vector(row)));
        return artifact.grades().grade(artifact.grades().scale().score(logOdds));
    }

    private static void requireSchema(ModelArtifact artifact, TrainingSet set) {
        set.schema().differenceTo(artifact.schema()).ifPresent(difference -> {
            throw new ModelFault(
                    ProblemCode.SCHEMA_MISMATCH,
                    artifact.manifest().modelId() + " " + artifact.manifest().version()
                            + " was trained on other features than this release computes: " + difference
                            + "; compare it with the release that trained it",
                    Parameter.safe("difference", difference));
        });
    }

    int total() {
        return java.util.Arrays.stream(firms)
                .flatMapToInt(java.util.Arrays::stream)
                .sum();
    }

    /** Firms whose grade changes by this many steps; above 0 is a worse grade. */
    int moved(int steps) {
        int count = 0;
        for (int i = 0; i < firms.length; i++) {
            int j = i + steps;
            count += j >= 0 && j < firms.length ? firms[i][j] : 0;
        }
        return count;
    }

    void print(PrintWriter out, String from, String to) {
        out.println();
        out.println("### grades of " + total() + " firms: rows " + from + ", columns " + to);
        out.println();
        StringBuilder head = new StringBuilder("| |");
        for (CreditGrade grade : CreditGrade.values()) {
            head.append(' ').append(grade).append(" |");
        }
        out.println(head);
        out.println("|---|" + "---:|".repeat(firms.length));
        for (CreditGrade grade : CreditGrade.values()) {
            StringBuilder line = new StringBuilder("| " + grade + " |");
            for (int count : firms[grade.ordinal()]) {
                line.append(' ')
                        .append(count == 0 ? "·" : String.valueOf(count))
                        .append(" |");
            }
            out.println(line);
        }
        out.printf(
                Locale.ROOT,
                "%nsame grade %.1f %%, within one grade %.1f %%%n",
                100.0 * moved(0) / total(),
                100.0 * (moved(-1) + moved(0) + moved(1)) / total());
    }
}
