package techflow.features.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The splitter against FastCSV, which reads RFC 4180 with the same leniency. */
class CsvRowsTest {
    private static final long SEED = 20261122;
    private static final String[] PIECES = {
        "a",
        "bc",
        "7.25",
        " ",
        "é",
        "技术流",
        "\uD83D\uDE00",
        "\0",
        ",",
        ",",
        ",",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\"",
        "\"\"",
        "\"a\"",
        "\"x,y\"",
        "\"line\nline\"",
        "\"line\r\nline\"",
        "\"中\"\"文\"",
        "|",
        ";",
        "#",
        "\uFFFD"
    };

    /** What a reader makes of a text: its rows, and whether it refused the rest. */
    private record Reading(List<Long> lines, List<List<String>> rows, boolean refused) {}

    @Test
    void hostile_text_is_split_and_refused_as_fastcsv_does() {
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < 40_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int pieces = random.nextInt(24); pieces > 0; pieces--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Reading expected = fastCsv(text.toString());
            refused += expected.refused ? 1 : 0;

            assertThat(rows(text.toString(), 1 + random.nextInt(7)))
                    .as(
                            "seed %d, number %d: %s",
                            SEED, i, text.toString().replace("\r", "\\r").replace("\n", "\\n"))
                    .isEqualTo(expected);
        }
        assertThat(refused).isBetween(1_000, 39_000);
    }

    @Test
    void long_rows_of_well_formed_cells_come_out_whole_wherever_the_bytes_are_cut() {
        Random random = new Random(SEED);
        for (int i = 0; i < 30; i++) {
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 2_000; row++) {
                for (int cell = 0; cell < 9; cell++) {
                    String value = "x".repeat(random.nextInt(30)) + (random.nextInt(50) == 0 ? "中,\"\n" : "");
                    text.append(cell == 0 ? "" : ",")
                            .append(value.contains("中") ? '"' + value.replace("\"", "\"\"") + '"' : value);
                }
                text.append(random.nextBoolean() ? "\n" : "\r\n");
            }
            assertThat(rows(text.toString(), 1 + random.nextInt(300_000)))
                    .as("seed %d, number %d", SEED, i)
                    .isEqualTo(fastCsv(text.toString()));
        }
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_even_in_a_row_of_the_wrong_length() {
        CsvRows rows = new CsvRows(new ByteArrayInputStream(new byte[] {'a', ',', (byte) 0xC3, '\n'}));

        assertThatThrownBy(rows::next).isInstanceOf(CharacterCodingException.class);
    }

    @Test
    void a_quote_left_open_is_told_with_its_line() {
        CsvRows rows = new CsvRows(new ByteArrayInputStream("a\n\"b\n".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> {
                    while (rows.next()) {}
                })
                .isInstanceOf(CsvRows.BrokenCsv.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void a_row_without_end_does_not_fill_the_memory() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatThrownBy(() -> new CsvRows(endless).next())
                .isInstanceOf(CsvRows.BrokenCsv.class)
                .hasMessageContaining("16 MiB");
    }

    @Test
    void texts_of_a_cell_are_remembered_and_never_mixed_up() throws IOException {
        long seed = 5;
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            String cell = Integer.toString(random.nextInt(400), 36) + (random.nextBoolean() ? "Aa" : "BB");
            expected.add(cell);
            text.append(cell).append('\n');
        }
        CsvRows rows = new CsvRows(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
        List<String> found = new ArrayList<>();
        while (rows.next()) {
            found.add(rows.cells()[0].toString());
        }
        assertThat(found).as("seed " + seed).isEqualTo(expected);
    }

    private static Reading rows(String text, int atOnce) {
        List<Long> lines = new ArrayList<>();
        List<List<String>> found = new ArrayList<>();
        CsvRows rows = new CsvRows(inPieces(text.getBytes(StandardCharsets.UTF_8), atOnce));
        try {
            while (rows.next()) {
                lines.add(rows.line());
                found.add(Stream.of(rows.cells()).map(CellBytes::toString).toList());
            }
            return new Reading(lines, found, false);
        } catch (IOException e) {
            return new Reading(lines, found, true);
        }
    }

    private static Reading fastCsv(String text) {
        List<Long> lines = new ArrayList<>();
        List<List<String>> found = new ArrayList<>();
        CsvReader.CsvReaderBuilder csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (CloseableIterator<CsvRecord> records = csv.ofCsvRecord(text).iterator()) {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                lines.add(row.getStartingLineNumber());
                found.add(row.getFields());
            }
            return new Reading(lines, found, false);
        } catch (CsvParseException e) {
            return new Reading(lines, found, true);
        } catch (IOException e) {
            throw new AssertionError("a text in memory can be read", e);
        }
    }

    private static InputStream inPieces(byte[] bytes, int atOnce) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, atOnce));
            }
        };
    }
}
