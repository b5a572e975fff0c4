package techflow.api.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import techflow.api.application.BatchTerms;
import techflow.api.application.JobDesk;
import techflow.api.application.JobRunner;
import techflow.api.application.RequestKeys;
import techflow.api.application.ScoreJobs;
import techflow.api.application.ScoreRows;
import techflow.api.persistence.Database;
import techflow.api.persistence.R2dbcScoreJobs;

/** Jobs: where they are kept, who takes them in, who works on them. */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    @Bean
    ScoreJobs scoreJobs(Database database) {
        return new R2dbcScoreJobs(database);
    }

    @Bean
    JobDesk jobDesk(ScoreJobs jobs, RequestKeys keys, JobProperties properties, BatchProperties batch, Clock clock) {
        BatchTerms terms = new BatchTerms(properties.rows(), batch.lineBytes(), batch.batches(), batch.stall());
        return new JobDesk(jobs, keys, terms, clock);
    }

    @Bean
    JobRunner jobRunner(ScoreJobs jobs, ScoreRows rows, JobProperties properties) {
        return new JobRunner(jobs, rows, new JobRunner.Terms(properties.chunk(), properties.lease()));
    }

    @Bean
    JobWorker jobWorker(JobRunner runner, JobProperties properties) {
        return new JobWorker(runner, properties.poll());
    }
}
