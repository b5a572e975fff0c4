package techflow.api.config;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import techflow.api.application.ActiveModel;
import techflow.api.application.ActivePeers;
import techflow.api.application.AuditLog;
import techflow.api.application.AuthorisationCheck;
import techflow.api.application.QueryGuard;
import techflow.api.application.RecordedQueries;
import techflow.api.application.SnapshotReader;
import techflow.api.application.WhatIf;

/** Hypothetical questions, and who lets them pass. */
@Configuration(proxyBeanMethods = false)
class WhatIfConfiguration {
    @Bean
    QueryGuard queryGuard(AuthorisationCheck authorisations, AuditLog audit, Clock clock) {
        return new RecordedQueries(authorisations, audit, clock);
    }

    @Bean
    WhatIf whatIf(
            ActiveModel activeModel,
            ActivePeers peers,
            SnapshotReader snapshots,
            QueryGuard guard,
            Scheduler scheduler) {
        return new WhatIf(activeModel, peers, snapshots, guard, scheduler);
    }
}
