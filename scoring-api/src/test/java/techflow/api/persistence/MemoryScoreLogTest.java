package techflow.api.persistence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import techflow.api.application.ScoreLog;
import techflow.api.application.ScoreRecord;
import techflow.problem.ModelFault;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

class MemoryScoreLogTest extends ScoreLogKit {
    @Override
    ScoreLog empty(String modelSha256) {
        return new MemoryScoreLog();
    }

    /** A log that forgets when the test ends. */
    private static final class MemoryScoreLog implements ScoreLog {
        private final Map<String, String> settings = new ConcurrentHashMap<>();
        private final Map<String, ScoreRecord> records = new ConcurrentHashMap<>();

        @Override
        public Mono<Void> keepSettings(String version, String text) {
            return Mono.fromRunnable(() -> {
                String kept = settings.putIfAbsent(version, text);
                if (kept != null && !kept.equals(text)) {
                    throw new ModelFault(ProblemCode.SETTING_INVALID, version + " is known with another text");
                }
            });
        }

        @Override
        public Mono<Void> append(ScoreRecord entry) {
            return Mono.fromRunnable(() -> {
                if (!settings.containsKey(entry.settingsVersion())
                        || records.putIfAbsent(entry.scoreId(), entry) != null) {
                    throw new PlatformFault(ProblemCode.STORE_UNAVAILABLE, "the record is refused", null);
                }
            });
        }

        @Override
        public Mono<ScoreRecord> find(String scoreId) {
            return Mono.fromSupplier(() -> records.get(scoreId));
        }
    }
}
