package techflow.scoring.validation.document;

import java.util.List;
import techflow.scoring.wording.Bilingual;

/** A piece of a section. */
public sealed interface Block {
    /** Some sentences. */
    record Paragraph(Tone tone, Bilingual text) implements Block {}

    /**
     * A table.
     *
     * @param key stable word in JSON
     * @param caption what it shows, of how many rows and defaults
     */
    record Table(String key, Bilingual caption, List<Column> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            key + ": a row must have " + columns.size() + " cells, found " + row.size());
                }
            }
        }
    }

    /** Plots side by side. */
    record Plots(List<Plot> plots) implements Block {
        public Plots {
            plots = List.copyOf(plots);
        }
    }

    /** Lines to sign on. */
    record SignOff(List<Bilingual> roles) implements Block {
        public SignOff {
            roles = List.copyOf(roles);
        }
    }

    /** A column of a table. @param key stable word in JSON */
    record Column(String key, Bilingual title) {
        public static Column of(String key, String chinese, String english) {
            return new Column(key, new Bilingual(chinese, english));
        }
    }

    static Paragraph paragraph(String chinese, String english) {
        return new Paragraph(Tone.PLAIN, new Bilingual(chinese, english));
    }

    static Paragraph paragraph(Tone tone, String chinese, String english) {
        return new Paragraph(tone, new Bilingual(chinese, english));
    }
}
