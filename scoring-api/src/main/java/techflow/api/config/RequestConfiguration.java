package techflow.api.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import techflow.api.application.ActiveModel;
import techflow.api.application.BatchTerms;
import techflow.api.application.RequestKeys;
import techflow.api.application.RowReader;
import techflow.api.application.ScoreBatch;
import techflow.api.application.ScoreEnterprise;
import techflow.api.application.ScoreHistory;
import techflow.api.application.ScoreLog;
import techflow.api.application.ScoreOnce;
import techflow.api.application.ScoreRows;
import techflow.api.persistence.Database;
import techflow.api.persistence.R2dbcRequestKeys;
import techflow.api.persistence.R2dbcScoreHistory;

/** Requests that are answered once, in rows, and looked up again. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration {
    @Bean
    RequestKeys requestKeys(Database database) {
        return new R2dbcRequestKeys(database);
    }

    @Bean
    ScoreOnce scoreOnce(ScoreEnterprise scoreEnterprise, RequestKeys keys, ScoreLog log) {
        return new ScoreOnce(scoreEnterprise, keys, log);
    }

    @Bean
    ScoreHistory scoreHistory(Database database) {
        return new R2dbcScoreHistory(database);
    }

    @Bean
    ScoreRows scoreRows(ScoreOnce scoreOnce, RowReader reader, BatchProperties properties) {
        return new ScoreRows(scoreOnce, reader, properties.parallel());
    }

    @Bean
    ScoreBatch scoreBatch(ActiveModel activeModel, ScoreRows rows, BatchProperties properties, Clock clock) {
        return new ScoreBatch(
                activeModel,
                rows,
                new BatchTerms(properties.rows(), properties.lineBytes(), properties.batches(), properties.stall()),
                clock);
    }

    @Bean
    KeySweep keySweep(RequestKeys keys, IdempotencyProperties properties, Clock clock) {
        return new KeySweep(keys, properties, clock);
    }
}
