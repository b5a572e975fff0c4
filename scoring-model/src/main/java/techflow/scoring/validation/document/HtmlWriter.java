package techflow.scoring.validation.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.wording.Bilingual;

/** Writes a document as one HTML file: style and plots within, no script, nothing fetched. */
public final class HtmlWriter {
    private static final String STYLE = "/techflow/report.css";

    private final Document document;
    private final Language language;
    private final StringBuilder out = new StringBuilder();

    /** What is shown when the file is opened; the reader can switch. */
    public enum Language {
        ZH,
        EN,
        BOTH
    }

    public HtmlWriter(Document document, Language language) {
        this.document = document;
        this.language = language;
    }

    public String html() {
        String title = document.title().chinese() + " " + document.title().english();
        line("<!doctype html>");
        line("<html lang=\"" + (language == Language.EN ? "en" : "zh") + "\"><head><meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<title>" + Markup.escape(title) + "</title>");
        line("<style>\n" + style() + "</style></head><body>");
        choice(Language.BOTH, "中文 + English"); // they float to the right, the last one leftmost
        choice(Language.EN, "English");
        choice(Language.ZH, "中文");
        line("<main>");
        line("<header><h1>" + Markup.span(document.title()) + "</h1><p class=\"subtitle\">"
                + Markup.span(document.subtitle()) + "</p></header>");
        for (int i = 0; i < document.sections().size(); i++) {
            section(document.sections().get(i));
            if (i == 0) {
                contents();
            }
        }
        line("</main></body></html>");
        return out.toString();
    }

    private static String style() {
        try (InputStream stream = HtmlWriter.class.getResourceAsStream(STYLE)) {
            if (stream == null) {
                throw new IllegalStateException("the class path must hold " + STYLE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void choice(Language one, String name) {
        String id = one.name().toLowerCase(Locale.ROOT);
        line("<input type=\"radio\" name=\"language\" id=\"show-%s\"%s><label for=\"show-%s\">%s</label>"
                .formatted(id, one == language ? " checked" : "", id, name));
    }

    private void contents() {
        line("<nav><ol>");
        for (Section section : document.sections()) {
            line("<li><a href=\"#%s\">%s %s</a></li>"
                    .formatted(section.key(), section.number(), Markup.span(section.title())));
        }
        line("</ol></nav>");
    }

    private void section(Section section) {
        line("<section id=\"%s\"><h2>%s %s</h2>"
                .formatted(section.key(), section.number(), Markup.span(section.title())));
        section.blocks().forEach(this::block);
        line("</section>");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Table table -> table(table);
            case Block.Plots plots -> plots(plots.plots());
            case Block.SignOff signOff -> signOff(signOff.roles());
        }
    }

    private void paragraph(Block.Paragraph paragraph) {
        line("<p class=\"%s\">%s%s</p>"
                .formatted(word(paragraph.tone()), sign(paragraph.tone()), Markup.span(paragraph.text())));
    }

    private void table(Block.Table table) {
        line("<figure class=\"table\"><figcaption>" + Markup.span(table.caption()) + "</figcaption><table><thead><tr>");
        for (int i = 0; i < table.columns().size(); i++) {
            line("<th" + (isNumeric(table, i) ? " class=\"number\"" : "") + ">"
                    + Markup.span(table.columns().get(i).title()) + "</th>");
        }
        line("</tr></thead><tbody>");
        for (List<Cell> row : table.rows()) {
            line("<tr>");
            row.forEach(this::cell);
            line("</tr>");
        }
        line("</tbody></table></figure>");
    }

    private static boolean isNumeric(Block.Table table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .anyMatch(cell -> cell instanceof Cell.Number || cell instanceof Cell.Range);
    }

    private void cell(Cell cell) {
        String text = switch (cell) {
            case Cell.Words words -> Markup.span(words.text());
            case Cell.Number number -> Markup.escape(number.form().of(number.value()));
            case Cell.Range range -> range(range);
            case Cell.Empty empty -> "–";
        };
        String kind = cell instanceof Cell.Words ? "words" : "number";
        line("<td class=\"%s %s\">%s%s</td>".formatted(kind, word(cell.tone()), sign(cell.tone()), text));
    }

    private static String range(Cell.Range range) {
        Form form = range.form();
        return "%s <small>(%s–%s)</small>"
                .formatted(
                        form.of(range.estimate().value()),
                        form.of(range.estimate().low()),
                        form.of(range.estimate().high()));
    }

    private void plots(List<Plot> plots) {
        line("<div class=\"plots\">");
        for (Plot plot : plots) {
            line("<figure>" + new SvgPlot(plot).svg() + "<figcaption>" + Markup.span(plot.caption())
                    + "</figcaption></figure>");
        }
        line("</div>");
    }

    private void signOff(List<Bilingual> roles) {
        line("<div class=\"signoff\">");
        for (Bilingual role : roles) {
            line("<div><b>%s</b><p>%s</p><p>%s</p><p>%s</p></div>"
                    .formatted(
                            Markup.span(role),
                            Markup.span(new Bilingual("结论：", "Decision:")),
                            Markup.span(new Bilingual("签字：", "Signature:")),
                            Markup.span(new Bilingual("日期：", "Date:"))));
        }
        line("</div>");
    }

    private static String word(Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }

    private static String sign(Tone tone) {
        return tone == Tone.PLAIN ? "" : "<i class=\"sign\">" + tone.sign() + "</i> ";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
