package techflow.scoring.validation.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import techflow.scoring.evaluation.Estimate;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Document.Section;
import techflow.scoring.validation.document.HtmlWriter.Language;
import techflow.scoring.validation.document.Plot.Axis;
import techflow.scoring.validation.document.Plot.Point;
import techflow.scoring.validation.document.Plot.Series;
import techflow.scoring.validation.document.Plot.Style;
import techflow.scoring.wording.Bilingual;

class DocumentTest {
    private static final Plot PLOT = new Plot(
            "line",
            new Bilingual("一条 <线>", "a <line>"),
            Axis.linear("横", "x", 0, 1, Form.TICK),
            Axis.logarithmic("纵", "y", 0.001, 1, Form.TICK),
            List.of(
                    new Series(new Bilingual("线", "line"), Style.LINE, List.of(Point.of(0, 0.001), Point.of(1, 1))),
                    new Series(
                            new Bilingual("点", "dots"),
                            Style.DOTS,
                            List.of(new Point(0.5, 0, 0, 0.1), Point.of(0.7, Double.NaN)))));
    private static final Document DOCUMENT = new Document(
            new Bilingual("题", "Title"),
            new Bilingual("关于", "About"),
            List.of(new Section(
                    "one",
                    "1",
                    new Bilingual("一", "One"),
                    List.of(
                            Block.paragraph(Tone.BAD, "坏 & 糟", "bad & worse"),
                            new Block.Table(
                                    "numbers",
                                    new Bilingual("数", "numbers"),
                                    List.of(
                                            Column.of("what", "何", "What"),
                                            Column.of("value", "值", "Value"),
                                            Column.of("range", "区间", "Range"),
                                            Column.of("none", "无", "None")),
                                    List.of(List.of(
                                            Cell.words("甲", "A"),
                                            Cell.number(0.123456, Form.RATE),
                                            Cell.range(new Estimate(0.5, 0.4, Double.NaN), Form.SHARE),
                                            new Cell.Empty()))),
                            new Block.Plots(List.of(PLOT))))));

    @Test
    void the_page_shows_both_languages_escapes_and_fetches_nothing() {
        String html = new HtmlWriter(DOCUMENT, Language.BOTH).html();
        assertThat(html)
                .contains("<span class=\"zh\" lang=\"zh\">坏 &amp; 糟</span>", "bad &amp; worse", "12.35%", "✗")
                .contains("0.500 <small>(0.400––)</small>", "id=\"show-both\" checked", "<style>")
                .doesNotContain("<script", "src=", "url(", "@import", "<line>", "http://www.w3.org/1999");
        assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
        assertThat(new HtmlWriter(DOCUMENT, Language.EN).html()).contains("id=\"show-en\" checked");
    }

    @Test
    void every_plot_is_well_formed_xml_that_stays_within_its_frame() throws Exception {
        String svg = new SvgPlot(PLOT).svg();
        var xml =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(xml.getElementsByTagName("polyline").getLength()).isOne();
        assertThat(xml.getElementsByTagName("circle").getLength())
                .as("a point without value is left out, one below the axis stands on it, one is the legend's")
                .isEqualTo(2);
        assertThat(svg).contains("points=\"58.0,256.0 406.0,12.0\"").doesNotContain("NaN", "Infinity");
    }

    @Test
    void json_holds_the_numbers_of_the_page_with_all_digits_and_null_where_there_is_none() {
        var section = JsonWriter.sections(DOCUMENT).get("one");
        var row = section.get("tables").get("numbers").get("rows").get(0);
        assertThat(row.get("value").doubleValue()).isEqualTo(0.123456);
        assertThat(row.get("range").get("low").doubleValue()).isEqualTo(0.4);
        assertThat(row.get("range").get("high").isNull()).isTrue();
        assertThat(row.get("none").isNull()).isTrue();
        assertThat(row.get("what").get("en").stringValue()).isEqualTo("A");
        assertThat(section.get("notes").get(0).get("zh").stringValue()).isEqualTo("坏 & 糟");
        assertThat(section.get("plots").get("line").get("series").get(1).get("points"))
                .hasSize(2);
    }

    @Test
    void numbers_are_written_alike_in_every_country() {
        assertThat(Form.COUNT.of(12345)).isEqualTo("12,345");
        assertThat(Form.POINTS.of(-3.14)).isEqualTo("-3.1");
        assertThat(Form.P_VALUE.of(0.0004)).isEqualTo("<0.001");
        assertThat(Form.TICK.of(0.003)).isEqualTo("0.3%");
        assertThat(Form.TICK.of(0.2)).isEqualTo("20%");
        assertThat(Form.ANY.of(3)).isEqualTo("3");
        assertThat(Form.ANY.of(2.5e-9)).isEqualTo("2.5e-09");
        assertThat(Form.SHARE.of(Double.NaN)).isEqualTo("–");
    }

    @Test
    void a_row_of_another_length_is_refused() {
        assertThatThrownBy(() -> new Block.Table(
                        "t", new Bilingual("", ""), List.of(Column.of("a", "", "")), List.of(List.of())))
                .hasMessageContaining("t: a row must have 1 cells, found 0");
    }
}
