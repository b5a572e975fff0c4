package techflow.features.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.store.SignalStore;
import techflow.features.store.SignalWriter;
import techflow.features.store.file.SignalDirectory;
import techflow.features.store.file.SignalDirectory.Format;
import techflow.features.store.parquet.ParquetColumn;
import techflow.features.store.parquet.ParquetColumn.Type;
import techflow.features.store.parquet.ParquetTableWriter;
import techflow.features.store.postgres.LoadCounts;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

class ParquetIngestionTest {
    @TempDir
    private Path folder;

    @Test
    void csv_and_parquet_of_the_same_rows_load_equal() throws IOException {
        for (SignalKind kind : SignalKind.values()) {
            SignalCsv csv = new SignalCsv(kind);
            for (int firm = 0; firm < 5; firm++) {
                csv.row(firm, java.time.YearMonth.of(2026, 9), Map.of());
            }
            csv.write(folder.resolve("csv").resolve(kind.fileStem() + ".csv"));
        }
        try (Stream<SignalStore.History> histories =
                        SignalDirectory.open(folder.resolve("csv")).histories();
                SignalWriter parquet = SignalDirectory.writer(folder.resolve("parquet"), Format.PARQUET, false)) {
            histories.forEach(one -> one.signals().forEach(parquet::write));
        }

        TestDatabase ofCsv = ingested(folder.resolve("csv"));
        TestDatabase ofParquet = ingested(folder.resolve("parquet"));

        String rows = new Tables(ofCsv).signals();
        assertThat(rows).startsWith(5 * SignalKind.values().length + " ");
        assertThat(new Tables(ofParquet).signals()).isEqualTo(rows);
    }

    private static TestDatabase ingested(Path folder) {
        TestDatabase database = TestDatabase.fresh();
        Ingestion ingestion = Ingestion.into(database.dataSource(), IngestOptions.by("test"));
        InputFile.find(List.of(folder)).stream()
                .map(file -> InputFile.examine(file, Optional.empty()))
                .sorted(InputFile.order())
                .forEach(file -> assertThat(ingestion.ingest(file, rows -> {}).isClean())
                        .as(file.path().toString())
                        .isTrue());
        return database;
    }

    @Test
    void a_broken_row_is_rejected_by_its_number_and_the_others_are_stored() throws IOException {
        Path file = folder.resolve("registry_event.parquet");
        registry(file, List.of("ADDRESS_CHANGED", "EQUITY_PLEDGED", "CAPITAL_CHANGED"));
        TestDatabase database = TestDatabase.fresh();

        InputFile input = InputFile.examine(file, Optional.empty());
        FileReport report =
                Ingestion.into(database.dataSource(), IngestOptions.by("test")).ingest(input, rows -> {});

        assertThat(input.rows()).isEqualTo(3);
        assertThat(report.counts()).isEqualTo(new LoadCounts(3, 2, 0, 0, 1));
        assertThat(Files.readAllLines(folder.resolve("registry_event.rejects.csv")))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("2,rejected,type,")
                        .contains("EQUITY_PLEDGED", SignalSamples.firm(1).code()));
    }

    @Test
    void a_file_cut_short_and_a_table_of_no_kind_are_refused_by_name() throws IOException {
        Path file = folder.resolve("registry_event.parquet");
        registry(file, List.of("ADDRESS_CHANGED"));
        byte[] whole = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length - 9));
        assertThat(refusal(cut).violations().getFirst().rule()).contains("whole Parquet file");
        Path other = folder.resolve("other.parquet");
        try (ParquetTableWriter table =
                ParquetTableWriter.create(other, List.of(ParquetColumn.required("uscc", Type.TEXT)), Map.of())) {
            table.write(new @Nullable Object[] {"x"});
        }
        assertThat(refusal(other).code()).isEqualTo(ProblemCode.FILE_MALFORMED);
        assertThat(refusal(other).violations().getFirst().found()).isEqualTo("uscc");
        assertThat(refusal(folder.resolve("none.parquet"))
                        .violations()
                        .getFirst()
                        .rule())
                .isEqualTo("must exist");
    }

    private static RecordFault refusal(Path file) {
        RecordFault fault = catchThrowableOfType(RecordFault.class, () -> InputFile.examine(file, Optional.empty()));
        assertThat(fault).isNotNull();
        return fault;
    }

    private static void registry(Path file, List<String> types) {
        List<ParquetColumn> columns = new ArrayList<>();
        SignalFormat.of(SignalKind.REGISTRY_EVENT)
                .header()
                .forEach(name -> columns.add(ParquetColumn.required(name, type(name))));
        try (ParquetTableWriter table = ParquetTableWriter.create(file, columns, Map.of())) {
            for (int i = 0; i < types.size(); i++) {
                table.write(new @Nullable Object[] {
                    SignalSamples.firm(i).code(),
                    LocalDate.of(2023, 5, 1),
                    Instant.parse("2023-05-02T00:00:00Z"),
                    "SAMR",
                    "R-" + i,
                    types.get(i)
                });
            }
        }
    }

    private static Type type(String column) {
        return switch (column) {
            case "occurred_at" -> Type.DATE;
            case "known_at" -> Type.TIMESTAMP;
            default -> Type.TEXT;
        };
    }
}
