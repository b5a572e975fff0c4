package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import techflow.datasets.invoice.ImportSummary;
import techflow.datasets.invoice.InvoiceImport;
import techflow.datasets.invoice.InvoiceImporter;
import techflow.datasets.invoice.LedgerCounts;

/** {@code techflow import}: real files become signals. */
@Command(
        name = "import",
        description = "Turns real files into signals",
        mixinStandardHelpOptions = true,
        subcommands = ImportCommand.Invoices.class)
final class ImportCommand implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to import: invoices");
    }

    /** {@code techflow import invoices}: ledgers of VAT invoices with their Chinese headers. */
    @Command(
            name = "invoices",
            description = "Turns ledgers of VAT invoices (增值税发票) into monthly signals; every row is accounted for",
            mixinStandardHelpOptions = true)
    static final class Invoices implements Callable<Integer> {
        @Option(names = "--enterprises", required = true, paramLabel = "FILE", description = "企业代号,企业名称[,信誉评级,是否违约]")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path enterprises;

        @Option(
                names = "--issued",
                required = true,
                paramLabel = "FILE",
                description = "ledger of issued invoices (销项)")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path issued;

        @Option(
                names = "--received",
                required = true,
                paramLabel = "FILE",
                description = "ledger of received invoices (进项)")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path received;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder to write the signals into")
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private Path folder;

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // picocli fills it in
        private CommandLine.Model.CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            InvoiceImport what =
                    new InvoiceImport(enterprises, issued, received, folder, InvoiceImport.Options.STANDARD);
            Steps steps = new Steps(System.err, 1, Steps.onTerminal());
            ImportSummary summary =
                    steps.call("Reading the ledgers", -1, progress -> InvoiceImporter.run(what, progress));
            print(spec.commandLine().getOut(), summary);
            return ExitCode.DONE;
        }

        private void print(PrintWriter out, ImportSummary summary) {
            summary.files().forEach(file -> print(out, file));
            out.printf(
                    Locale.ROOT,
                    "%d enterprises, %d outcomes known, %d bad; %,d monthly signals in %s%n",
                    summary.firms(),
                    summary.outcomes(),
                    summary.bad(),
                    summary.signals(),
                    folder);
            summary.asOf().ifPresent(asOf -> out.println("everything is known as of " + asOf.date()));
        }

        private static void print(PrintWriter out, LedgerCounts file) {
            out.printf(
                    Locale.ROOT,
                    "%s (%s): %,d rows = %,d taken + %,d rejected + %,d duplicates + %,d conflicts; %,d void, %,d red, %,d warnings%n",
                    file.file(),
                    file.encoding(),
                    file.read(),
                    file.accepted(),
                    file.rejected(),
                    file.duplicates(),
                    file.conflicts(),
                    file.voids(),
                    file.reds(),
                    file.warnings());
        }
    }
}
