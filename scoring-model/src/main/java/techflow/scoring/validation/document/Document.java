package techflow.scoring.validation.document;

import java.util.List;
import techflow.scoring.wording.Bilingual;

/**
 * A report.
 *
 * @param title on top
 * @param subtitle below it: what it is about, in a line
 * @param sections in order; the first fills the first page
 */
public record Document(Bilingual title, Bilingual subtitle, List<Section> sections) {
    public Document {
        sections = List.copyOf(sections);
    }

    /**
     * A chapter.
     *
     * @param key stable word in JSON and in links
     * @param number such as {@code 4}, or a letter of an appendix
     */
    public record Section(String key, String number, Bilingual title, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }
}
