package techflow.api.persistence;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
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

    static Signal decode(EnterpriseId enterprise, Readable row) {
        SignalHeader header = new SignalHeader(
                enterprise,
                value(row, "occurred_at", LocalDate.class),
                value(row, "known_at", OffsetDateTime.class).toInstant(),
                value(row, "source", String.class));
        SignalKind kind = SignalKind.valueOf(value(row, "kind", String.class));
        return switch (SignalDecoder.decode(kind, header, Arrays.asList(value(row, "cells", String[].class)))) {
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
