package techflow.api.persistence;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** Rows of the table {@code signal} through the one decoder. */
final class SignalRows {
    /** The columns that {@link #decode} reads. */
    static final String COLUMNS = "kind, occurred_at, known_at, source, cells";

    private SignalRows() {}

    /** {@link #COLUMNS} of many rows of one kind, as arrays; a row without cells comes with one empty cell. */
    static final String ARRAYS = "kind, array_agg(occurred_at) as occurred_at, array_agg(known_at) as known_at,"
            + " array_agg(source) as source, array_agg(coalesce(nullif(cells, '{}'), array[''])) as cells";

    /** What to group by for {@link #ARRAYS}: PostgreSQL makes an array only of arrays that are equally long. */
    static final String GROUPS = "kind, cardinality(cells)";

    static Signal decode(EnterpriseId enterprise, Readable row) {
        SignalHeader header = header(
                enterprise,
                value(row, "occurred_at", LocalDate.class),
                value(row, "known_at", OffsetDateTime.class),
                value(row, "source", String.class));
        return decode(kind(row), header, value(row, "cells", String[].class));
    }

    /** The signals of one row of {@link #ARRAYS}. */
    static List<Signal> decodeAll(EnterpriseId enterprise, Readable row) {
        SignalKind kind = kind(row);
        LocalDate[] occurred = value(row, "occurred_at", LocalDate[].class);
        OffsetDateTime[] known = value(row, "known_at", OffsetDateTime[].class);
        String[] sources = value(row, "source", String[].class);
        String[][] cells = value(row, "cells", String[][].class);
        List<Signal> signals = new ArrayList<>(known.length);
        for (int i = 0; i < known.length; i++) {
            signals.add(decode(kind, header(enterprise, occurred[i], known[i], sources[i]), cells[i]));
        }
        return signals;
    }

    private static SignalKind kind(Readable row) {
        return SignalKind.valueOf(value(row, "kind", String.class));
    }

    private static SignalHeader header(
            EnterpriseId enterprise, LocalDate occurredAt, OffsetDateTime knownAt, String source) {
        return new SignalHeader(enterprise, occurredAt, knownAt.toInstant(), source);
    }

    private static Signal decode(SignalKind kind, SignalHeader header, String[] cells) {
        return switch (SignalDecoder.decode(kind, header, Arrays.asList(cells))) {
            case Decoded.Accepted accepted -> accepted.signal();
            case Decoded.Rejected rejected ->
                throw new RecordFault(
                        ProblemCode.SIGNAL_MALFORMED,
                        "A stored " + kind + " row breaks its contract; load it again",
                        rejected.violations());
        };
    }

    static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
