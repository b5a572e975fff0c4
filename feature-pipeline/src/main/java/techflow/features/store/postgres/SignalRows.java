package techflow.features.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** Rows of the table {@code signal}, decoded by {@link SignalDecoder} like any other row. */
final class SignalRows {
    private final ResultSet rows;

    /** The last one made: a firm's rows stand together, and checking a code costs more than comparing it. */
    private Optional<EnterpriseId> last = Optional.empty();

    SignalRows(ResultSet rows) {
        this.rows = rows;
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    Signal signal() throws SQLException {
        SignalKind kind = SignalKind.valueOf(rows.getString(2));
        SignalHeader header = new SignalHeader(
                enterprise(rows.getString(1)),
                rows.getObject(4, LocalDate.class),
                rows.getObject(3, OffsetDateTime.class).toInstant(),
                rows.getString(5));
        String[] cells = (String[]) rows.getArray(6).getArray();
        return accepted(kind, SignalDecoder.decode(kind, header, List.of(cells)));
    }

    /** @throws RecordFault SIGNAL_MALFORMED when the row was rejected */
    static Signal accepted(SignalKind kind, Decoded decoded) {
        return switch (decoded) {
            case Decoded.Accepted accepted -> accepted.signal();
            case Decoded.Rejected rejected ->
                throw new RecordFault(
                        ProblemCode.SIGNAL_MALFORMED,
                        "A stored " + kind + " row breaks its contract",
                        rejected.violations());
        };
    }

    private EnterpriseId enterprise(String code) {
        EnterpriseId id = last.filter(known -> known.code().equals(code)).orElseGet(() -> new EnterpriseId(code));
        last = Optional.of(id);
        return id;
    }
}
