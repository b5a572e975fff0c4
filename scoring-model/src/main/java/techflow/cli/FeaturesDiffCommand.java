package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import techflow.features.definition.FeatureValue;
import techflow.features.parity.DiffReport;
import techflow.features.parity.FeatureDiff;
import techflow.features.parity.VectorDiff;
import techflow.features.store.vector.VectorReader;
import techflow.features.store.vector.VectorSet;

/** {@code techflow features diff}: two outputs compared vector by vector. */
@Command(
        name = "diff",
        description = "Compares two outputs of features build, vector by vector; exit code 0 equal, 3 different",
        mixinStandardHelpOptions = true)
final class FeaturesDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LEFT", description = "folder or Parquet file of vectors")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path left;

    @Parameters(index = "1", paramLabel = "RIGHT", description = "the one to compare it with")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path right;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Steps steps = new Steps(System.err, 1, Steps.onTerminal());
        DiffReport report = steps.call("Comparing vectors", -1, this::compare);
        print(spec.commandLine().getOut(), report);
        return report.isEqual() ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private DiffReport compare(LongConsumer progress) {
        VectorSet one = VectorSet.open(left);
        VectorSet other = VectorSet.open(right);
        AtomicLong read = new AtomicLong();
        try (VectorReader first = one.reader();
                VectorReader second = other.reader()) {
            return VectorDiff.of(
                    one.schema(),
                    first.stream()
                            .peek(vector -> progress.accept(read.incrementAndGet()))
                            .iterator(),
                    other.schema(),
                    second);
        }
    }

    private static void print(PrintWriter out, DiffReport report) {
        report.schemaDifferences().forEach(difference -> out.println("schema: " + difference));
        out.printf(
                Locale.ROOT,
                "%,d vectors compared; %,d only on the left (%,d firms), %,d only on the right (%,d firms)%n",
                report.compared(),
                report.onlyLeft(),
                report.firmsOnlyLeft(),
                report.onlyRight(),
                report.firmsOnlyRight());
        out.printf(
                Locale.ROOT,
                "%d features compared, %d of them not equal everywhere%n",
                report.features().size(),
                report.unequalFeatures().size());
        report.unequalFeatures().forEach(feature -> print(out, feature));
        out.println(report.isEqual() ? "equal" : "DIFFERENT");
        out.flush();
    }

    private static void print(PrintWriter out, FeatureDiff feature) {
        out.printf(
                Locale.ROOT,
                "%n%s: %,d equal, %,d different (max %s, mean %s), missing only left %,d, only right %,d, other reason %,d%n",
                feature.name(),
                feature.equal(),
                feature.different(),
                feature.maxAbsolute(),
                feature.meanAbsolute(),
                feature.missingOnlyLeft(),
                feature.missingOnlyRight(),
                feature.otherReason());
        for (FeatureDiff.Example example : feature.examples()) {
            out.printf(
                    "  %s as of %s: %s | %s%n",
                    example.maskedFirm(), example.asOf(), text(example.left()), text(example.right()));
        }
    }

    private static String text(FeatureValue value) {
        return switch (value) {
            case FeatureValue.Numeric numeric -> Double.toString(numeric.value());
            case FeatureValue.Category category -> category.label();
            case FeatureValue.Missing missing ->
                "missing (" + missing.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ")";
        };
    }
}
