package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.scoring.artifact.ArtifactReader;
import techflow.scoring.artifact.ArtifactVerifier;
import techflow.scoring.artifact.ModelArtifact;

/** The main job on ledgers: import, features, out-of-fold figures, scores of the others. */
class RealInputTest {
    private static final Charset GBK = Charset.forName("GB18030");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_made_up_ledger_goes_all_the_way_and_loses_no_row() throws IOException {
        MadeUpLedger labelled = new MadeUpLedger(60, true, StandardCharsets.UTF_8);
        MadeUpLedger others = new MadeUpLedger(12, false, GBK);
        importLedger(labelled.write(folder.resolve("labelled-files")), "labelled");
        importLedger(others.write(folder.resolve("other-files")), "others");
        Path folds = Files.writeString(folder.resolve("folds.csv"), labelled.folds());

        run(
                "evaluate",
                "--data",
                folder.resolve("labelled").toString(),
                "--folds",
                folds.toString(),
                "--score",
                folder.resolve("others").toString(),
                "--report",
                folder.resolve("report").toString());

        assertThat(folder.resolve("labelled/rejects.csv"))
                .content()
                .contains("金额")
                .contains("not-a-number");
        assertThat(folder.resolve("report/report.md")).content().contains("AUC", "Small sample", "60");
        assertThat(Files.readAllLines(folder.resolve("report/scores.csv"))).hasSize(1 + 12);
        ModelArtifact model = ArtifactReader.read(Files.readAllBytes(folder.resolve("report/model.json")));
        ArtifactVerifier.verify(model);
        assertThat(model.model().features())
                .allMatch(feature -> feature.value().startsWith("invoice_"), "only what invoices can tell");
        assertThat(model.manifest().data().synthetic()).isFalse();
    }

    @Test
    void folds_that_do_not_fit_are_refused_with_every_violation() throws IOException {
        importLedger(new MadeUpLedger(10, true, StandardCharsets.UTF_8).write(folder.resolve("files")), "labelled");
        Path folds = Files.writeString(folder.resolve("folds.csv"), "row,fold\n0,0\n0,1\n99,1\n");

        int code = execute(
                "evaluate",
                "--data",
                folder.resolve("labelled").toString(),
                "--folds",
                folds.toString(),
                "--report",
                folder.resolve("report").toString());

        assertThat(code).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("99").contains("every row needs a fold, found \"9\"");
    }

    @Test
    void a_missing_file_is_named() {
        int code = execute(
                "import",
                "invoices",
                "--enterprises",
                folder.resolve("none.csv").toString(),
                "--issued",
                folder.resolve("none.csv").toString(),
                "--received",
                folder.resolve("none.csv").toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(code).isEqualTo(ExitCode.DATA_BROKEN);
        assertThat(err.toString()).contains("none.csv");
    }

    @Test
    void the_123_real_firms_are_judged_out_of_fold_and_the_302_others_scored() throws IOException {
        Path real = sharedData();
        importReal(real, "credit");
        importReal(real, "no_credit");

        run(
                "evaluate",
                "--data",
                folder.resolve("credit").toString(),
                "--folds",
                real.resolve("folds.csv.gz").toString(),
                "--peers",
                real.resolve("peers.json").toString(),
                "--score",
                folder.resolve("no_credit").toString(),
                "--report",
                folder.resolve("report").toString());

        assertThat(folder.resolve("report/report.md"))
                .content()
                .contains("123", "27", "Small sample", "woe_lr", "0.854", "TechFlow scorecard");
        assertThat(folder.resolve("report/report.html"))
                .content()
                .contains("n = 123, 27 defaults", "out of fold", "The sample is small")
                .doesNotContain("synthetic data", "NaN");
        assertThat(folder.resolve("report/report.json"))
                .content()
                .contains("\"passed\" : false", "\"name\" : \"bads\"");
        assertThat(Files.readAllLines(folder.resolve("report/scores.csv"))).hasSize(1 + 302);
        ModelArtifact model = ArtifactReader.read(Files.readAllBytes(folder.resolve("report/model.json")));
        double auc = model.manifest().metric("auc").orElseThrow().value();
        assertThat(auc)
                .as("out-of-fold AUC; the peers' lie in .817 to .854, the interval is ±.1")
                .isBetween(0.7, 0.95);
    }

    /** The folder of the real ledgers, given by TECHFLOW_SHARED or lying beside the project. */
    private static Path sharedData() {
        String given = System.getenv("TECHFLOW_SHARED");
        Path shared = given == null ? Path.of("..", "..", "shared") : Path.of(given);
        Path real = shared.resolve("data").resolve("cumcm2020c");
        assumeTrue(Files.isDirectory(real), "the real invoice ledgers are not here: " + real.toAbsolutePath());
        return real;
    }

    private void importReal(Path real, String name) {
        Path raw = real.resolve("raw");
        run(
                "import",
                "invoices",
                "--enterprises",
                raw.resolve(name + "_enterprises.csv.gz").toString(),
                "--issued",
                raw.resolve(name + "_output_invoices.csv.gz").toString(),
                "--received",
                raw.resolve(name + "_input_invoices.csv.gz").toString(),
                "--out",
                folder.resolve(name).toString());
    }

    private void importLedger(Path files, String name) {
        run(
                "import",
                "invoices",
                "--enterprises",
                files.resolve("enterprises.csv").toString(),
                "--issued",
                files.resolve("issued.csv").toString(),
                "--received",
                files.resolve("received.csv").toString(),
                "--out",
                folder.resolve(name).toString());
    }

    private void run(String... args) {
        assertThat(execute(args)).as(() -> err.toString()).isZero();
    }

    private int execute(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    /** Firms of which the bad ones sell less and less and void more; one row of the ledger is broken. */
    private record MadeUpLedger(int firms, boolean labelled, Charset encoding) {
        private static final LocalDate BEGIN = LocalDate.of(2017, 1, 1);
        private static final int MONTHS = 30;
        private static final int BAD_EACH = 4;

        private boolean bad(int firm) {
            return firm % BAD_EACH == 0;
        }

        String folds() {
            StringBuilder text = new StringBuilder("row,fold\n");
            for (int i = 0; i < firms; i++) {
                text.append(i).append(',').append(i % 5).append('\n');
            }
            return text.toString();
        }

        Path write(Path folder) throws IOException {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("enterprises.csv"), enterprises(), encoding);
            Files.writeString(folder.resolve("issued.csv"), ledger("购方单位代号", 7), encoding);
            Files.writeString(folder.resolve("received.csv"), ledger("销方单位代号", 8), encoding);
            return folder;
        }

        private String enterprises() {
            StringBuilder text = new StringBuilder(labelled ? "企业代号,企业名称,信誉评级,是否违约\n" : "企业代号,企业名称\n");
            for (int i = 0; i < firms; i++) {
                text.append('E').append(i + 1).append(",示例企业").append(i + 1);
                text.append(labelled ? (bad(i) ? ",D,是" : ",A,否") : "").append('\n');
            }
            return text.toString();
        }

        private String ledger(String counterparty, long seed) {
            Random random = new Random(seed);
            List<String> rows = new ArrayList<>();
            rows.add("企业代号,发票号码,开票日期," + counterparty + ",金额,税额,价税合计,发票状态");
            for (int firm = 0; firm < firms; firm++) {
                for (int month = 0; month < MONTHS; month++) {
                    month(rows, random, firm, BEGIN.plusMonths(month), month);
                }
            }
            rows.add("E1,99999999,2018/3/1,X1,not-a-number,0,0,有效发票");
            return String.join("\n", rows) + "\n";
        }

        private void month(List<String> rows, Random random, int firm, LocalDate first, int month) {
            double fading = bad(firm) ? 1 - 0.6 * month / MONTHS : 1 + 0.2 * month / MONTHS;
            int invoices = random.nextInt(4) + (bad(firm) && random.nextBoolean() ? 0 : 1);
            for (int i = 0; i < invoices; i++) {
                long amount = Math.round(1_000 * (firm % 7 + 1) * fading * (0.5 + random.nextDouble()));
                long tax = Math.round(amount * 0.13);
                rows.add("E%d,%d,%d/%d/%d,B%d,%d,%d,%d,%s"
                        .formatted(
                                firm + 1,
                                10_000_000 + rows.size(),
                                first.getYear(),
                                first.getMonthValue(),
                                random.nextInt(28) + 1,
                                random.nextInt(bad(firm) ? 3 : 9),
                                amount,
                                tax,
                                amount + tax,
                                random.nextInt(100) < (bad(firm) ? 12 : 4) ? "作废发票" : "有效发票"));
            }
        }
    }
}
