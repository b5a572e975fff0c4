package techflow.features.engine.spark;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.problem.Violation;

/**
 * The one form in which rows of all kinds, and the points of the spine, travel through Spark. A row becomes a signal on
 * the executor, in {@link RowDecoder}.
 */
final class SignalTable {
    static final String USCC = "uscc";
    static final String KIND = "kind";
    /** Days since 1970-01-01: a number, because the Java type of a date in a row hangs on the settings of the thread. */
    static final String OCCURRED_DAY = "occurred_day";
    /** Microseconds since 1970-01-01T00:00:00Z. */
    static final String KNOWN_MICROS = "known_micros";

    static final String SOURCE = "source";
    static final String CELLS = "cells";
    /** Rules that the reader of the row found broken, four texts each; null for a row that is still to be decoded. */
    static final String FAULTS = "faults";
    /** Where the row stands, for people; null unless asked for, because it would travel with every row. */
    static final String PLACE = "place";

    static final StructType SCHEMA = new StructType()
            .add(USCC, DataTypes.StringType)
            .add(KIND, DataTypes.StringType)
            .add(OCCURRED_DAY, DataTypes.IntegerType)
            .add(KNOWN_MICROS, DataTypes.LongType)
            .add(SOURCE, DataTypes.StringType)
            .add(CELLS, DataTypes.createArrayType(DataTypes.StringType))
            .add(FAULTS, DataTypes.createArrayType(DataTypes.StringType))
            .add(PLACE, DataTypes.StringType);

    static final int USCC_AT = 0;
    static final int KIND_AT = 1;
    static final int OCCURRED_DAY_AT = 2;
    static final int KNOWN_MICROS_AT = 3;
    static final int SOURCE_AT = 4;
    static final int CELLS_AT = 5;
    static final int FAULTS_AT = 6;
    static final int PLACE_AT = 7;

    /** The kind of a point of the spine; it sorts before every kind of signal. Its instant stands as text in {@link #SOURCE}. */
    static final String SPINE = "";

    private SignalTable() {}

    static Row row(Signal signal, String place) {
        return RowFactory.create(
                signal.enterprise().code(),
                signal.kind().name(),
                Math.toIntExact(signal.occurredAt().toEpochDay()),
                micros(signal.knownAt()),
                signal.header().source(),
                CollectionConverters.asScala(SignalDecoder.encodeOwn(signal)).toSeq(),
                null,
                place);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static Row rejected(String kind, List<Violation> violations, String place) {
        List<String> faults = violations.stream()
                .flatMap(v -> Stream.of(v.field(), v.rule(), v.found(), v.advice()))
                .toList();
        return RowFactory.create(
                "",
                kind,
                null,
                null,
                null,
                null,
                CollectionConverters.asScala(faults).toSeq(),
                place);
    }
}
