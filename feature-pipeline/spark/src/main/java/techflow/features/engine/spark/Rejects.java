package techflow.features.engine.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.problem.Violation;

/** The rows that break their contract, one line for each broken rule. */
final class Rejects {
    /** Which of its row's broken rules a line tells, from 1. */
    static final String NTH = "nth";

    static final StructType SCHEMA = new StructType()
            .add(SignalTable.PLACE, DataTypes.StringType)
            .add(SignalTable.KIND, DataTypes.StringType)
            .add(SignalTable.USCC, DataTypes.StringType)
            .add(NTH, DataTypes.IntegerType)
            .add("field", DataTypes.StringType)
            .add("rule", DataTypes.StringType)
            .add("found", DataTypes.StringType)
            .add("advice", DataTypes.StringType);

    private static final String SPINE_NAME = "SPINE";

    private Rejects() {}

    /** Decodes every row again; asked only when the computation met a bad one. */
    static Dataset<Row> of(Dataset<Row> placedRows) {
        FlatMapFunction<Row, Row> judge = row -> lines(row, violations(row, new RowDecoder()));
        return placedRows.flatMap(judge, Encoders.row(SCHEMA));
    }

    private static List<Violation> violations(Row row, RowDecoder decoder) {
        if (row.getString(SignalTable.KIND_AT).equals(SignalTable.SPINE)) {
            return SpinePoint.violations(row.getString(SignalTable.USCC_AT), row.getString(SignalTable.SOURCE_AT));
        }
        return switch (decoder.decode(row)) {
            case Decoded.Accepted accepted -> List.of();
            case Decoded.Rejected rejected -> rejected.violations();
        };
    }

    private static Iterator<Row> lines(Row row, List<Violation> violations) {
        List<Row> lines = new ArrayList<>();
        String kind = row.getString(SignalTable.KIND_AT);
        for (int i = 0; i < violations.size(); i++) {
            Violation broken = violations.get(i);
            lines.add(RowFactory.create(
                    row.getString(SignalTable.PLACE_AT),
                    kind.equals(SignalTable.SPINE) ? SPINE_NAME : kind,
                    row.getString(SignalTable.USCC_AT),
                    i + 1,
                    broken.field(),
                    broken.rule(),
                    broken.found(),
                    broken.advice()));
        }
        return lines.iterator();
    }
}
