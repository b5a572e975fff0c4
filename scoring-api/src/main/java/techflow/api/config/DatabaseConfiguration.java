package techflow.api.config;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.netty.resources.LoopResources;
import techflow.api.application.EnterpriseDirectory;
import techflow.api.application.ModelSource;
import techflow.api.application.PeerTableSource;
import techflow.api.application.ScoreLog;
import techflow.api.application.SnapshotReader;
import techflow.api.application.TrustedModelSource;
import techflow.api.persistence.Database;
import techflow.api.persistence.DriverConnections;
import techflow.api.persistence.R2dbcEnterpriseDirectory;
import techflow.api.persistence.R2dbcModelSource;
import techflow.api.persistence.R2dbcPeerTableSource;
import techflow.api.persistence.R2dbcScoreLog;
import techflow.api.persistence.R2dbcSnapshotReader;
import techflow.api.persistence.SchemaVersion;
import techflow.scoring.signing.TrustedKeys;

/** The pool and the adapters on it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** Statements kept per connection: ours are fewer than twenty. */
    private static final int PREPARED_STATEMENTS = 256;

    private static final int ACQUIRE_RETRIES = 3;

    /**
     * Loops of their own, and a new connection takes the next one: on shared loops all would end on the one that asked. Their
     * number is odd, because opening a connection takes two turns, one of them to resolve the host.
     */
    @Bean(destroyMethod = "dispose")
    LoopResources databaseLoops() {
        int threads = Math.max(3, Runtime.getRuntime().availableProcessors() | 1);
        return LoopResources.create("techflow-db", 1, threads, true, false);
    }

    @Bean
    DriverConnections driverConnections(DatabaseProperties properties, LoopResources databaseLoops) {
        var driver = PostgresqlConnectionConfiguration.builder()
                .host(properties.host())
                .port(properties.port())
                .database(properties.database())
                .username(properties.username())
                .connectTimeout(properties.pool().connectTimeout())
                .statementTimeout(properties.statementTimeout())
                .lockWaitTimeout(properties.statementTimeout())
                .preparedStatementCacheQueries(PREPARED_STATEMENTS)
                .forceBinary(true) // dates and arrays as text cost more than reading the firm
                .tcpKeepAlive(true)
                .loopResources(databaseLoops)
                .applicationName("techflow-api");
        properties.secret().ifPresent(driver::password);
        return new DriverConnections(new PostgresqlConnectionFactory(driver.build()));
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(DatabaseProperties properties, DriverConnections driver) {
        DatabaseProperties.Pool pool = properties.pool();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(driver)
                .name("techflow")
                .initialSize(0)
                .minIdle(0)
                .maxSize(pool.size())
                .acquireRetry(ACQUIRE_RETRIES)
                .maxAcquireTime(pool.acquireTimeout())
                .maxCreateConnectionTime(pool.connectTimeout())
                .maxValidationTime(pool.connectTimeout())
                .maxIdleTime(pool.idleTime())
                .maxLifeTime(pool.lifeTime())
                .build());
    }

    @Bean
    Database database(ConnectionPool pool, DatabaseProperties properties, DriverConnections driver) {
        return new Database(pool, new Database.Limit(properties.answerTimeout(), driver::abandonAll));
    }

    @Bean
    SnapshotReader snapshotReader(Database database) {
        return new R2dbcSnapshotReader(database);
    }

    @Bean
    ScoreLog scoreLog(Database database) {
        return new R2dbcScoreLog(database);
    }

    @Bean
    ModelSource modelSource(Database database, SigningProperties signing) {
        return new TrustedModelSource(new R2dbcModelSource(database), TrustedKeys.read(signing.trustedKeys()));
    }

    @Bean
    PeerTableSource peerTableSource(Database database, Scheduler scheduler) {
        return new R2dbcPeerTableSource(database, scheduler);
    }

    @Bean
    EnterpriseDirectory enterpriseDirectory(Database database, Clock clock) {
        return new R2dbcEnterpriseDirectory(database, clock);
    }

    @Bean
    SchemaVersion schemaVersion(Database database) {
        return new SchemaVersion(database);
    }
}
