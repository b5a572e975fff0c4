package techflow.datasets.invoice;

import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * One data row of a table.
 *
 * @param table the table it stands in
 * @param row its cells
 */
record LedgerLine(LedgerTable table, CsvRecord row) {
    /** The line of the file on which the row begins, the header is line 1. */
    long number() {
        return row.getStartingLineNumber();
    }

    boolean isComplete() {
        return row.getFieldCount() == table.width();
    }

    int cells() {
        return row.getFieldCount();
    }

    /** A cell without the blanks around it; only for a complete row. */
    String cell(int position) {
        return row.getField(position).strip();
    }

    /** A cell by the name of its column. */
    String cell(String column) {
        return cell(table.position(column));
    }
}
