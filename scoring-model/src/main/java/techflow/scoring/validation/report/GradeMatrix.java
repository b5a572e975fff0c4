package techflow.scoring.validation.report;

import java.util.ArrayList;
import java.util.List;
import techflow.scoring.score.CreditGrade;
import techflow.scoring.validation.document.Block;
import techflow.scoring.validation.document.Block.Column;
import techflow.scoring.validation.document.Cell;
import techflow.scoring.wording.Bilingual;

/** Grades against grades, as counts. */
final class GradeMatrix {
    private GradeMatrix() {}

    /** @param counts from (row) to (column), best grade first */
    static Block.Table of(String key, Bilingual caption, Bilingual from, List<List<Long>> counts) {
        List<Column> columns = new ArrayList<>(List.of(new Column("from", from)));
        for (CreditGrade grade : CreditGrade.values()) {
            columns.add(Column.of(grade.name(), grade.name(), grade.name()));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (CreditGrade grade : CreditGrade.values()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.words(grade.name())));
            counts.get(grade.ordinal()).forEach(count -> row.add(count == 0 ? new Cell.Empty() : Cell.count(count)));
            rows.add(row);
        }
        return new Block.Table(key, caption, columns, rows);
    }
}
