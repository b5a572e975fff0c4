package techflow.scoring.validation.report;

import java.util.List;
import techflow.scoring.validation.Segment;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.validation.document.Form;
import techflow.scoring.validation.document.Tone;
import techflow.scoring.wording.Bilingual;

/** Segments side by side. */
final class SegmentTable {
    private static final double UNLIKELY = 0.05;
    private static final int MOST_SHOWN = 20;

    private SegmentTable() {}

    static Block.Table of(ValidationReport report, String key, Bilingual by, List<Segment> segments) {
        return new Block.Table(
                key,
                new Captions(report)
                        .tested(
                                by.chinese() + "：AUC 需违约与非违约各 " + Segment.LEAST_BADS + " 例以上",
                                by.english() + "; an AUC needs " + Segment.LEAST_BADS + " goods and bads"),
                List.of(
                        new Column("segment", by),
                        Column.of("rows", "行数", "Rows"),
                        Column.of("bads", "违约", "Defaults"),
                        Column.of("auc", "AUC (95%)", "AUC (95 %)"),
                        Column.of("mean_pd", "平均 PD", "Mean PD"),
                        Column.of("default_rate", "违约率", "Default rate"),
                        Column.of("too_low_p", "p（PD 偏低）", "p (PD too low)")),
                segments.stream().limit(MOST_SHOWN).map(SegmentTable::row).toList());
    }

    private static List<Cell> row(Segment segment) {
        double p = segment.tooLowP();
        return List.of(
                Cell.words(segment.name()),
                Cell.count(segment.rows()),
                Cell.count(segment.bads()),
                Cell.range(segment.auc(), Form.SHARE),
                Cell.number(segment.meanPd(), Form.RATE),
                Cell.number(segment.observedRate(), Form.RATE),
                new Cell.Number(p, Form.P_VALUE, p < UNLIKELY ? Tone.CAREFUL : Tone.PLAIN));
    }
}
