package techflow.api.persistence;

import techflow.api.application.ScoreLog;
import techflow.api.testing.TestModels;
import techflow.testing.TestDatabase;

class R2dbcScoreLogTest extends ScoreLogKit {
    @Override
    ScoreLog empty(String modelSha256) {
        TestDatabase database = TestDatabase.fresh();
        TestModels.promote(database.dataSource(), "1.0", new byte[] {1}, modelSha256);
        return new R2dbcScoreLog(Connections.to(database));
    }
}
