package techflow.features.store.postgres;

import java.sql.SQLException;
import java.util.Optional;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** How a failure of the database is told. */
final class Unavailable {
    private Unavailable() {}

    static PlatformFault fault(String what, SQLException cause) {
        return new PlatformFault(
                ProblemCode.STORE_UNAVAILABLE,
                "PostgreSQL could not " + what,
                cause,
                Parameter.safe(
                        "sqlState", Optional.ofNullable(cause.getSQLState()).orElse("none")));
    }
}
