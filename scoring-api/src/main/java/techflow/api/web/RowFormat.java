package techflow.api.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import techflow.api.application.RowReader;
import techflow.api.application.ScoreCommand;
import techflow.problem.TechflowException;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a batch or a job: a request for a score on one line, a problem like that of a single request. */
@Component
final class RowFormat implements RowReader {
    private static final Logger LOG = LoggerFactory.getLogger(RowFormat.class);
    private static final String PATH = "/v1/scores";

    private final JsonMapper mapper;

    RowFormat(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public ScoreCommand read(byte[] line, ScoreCommand.Caller caller, Instant at) {
        return new ScoreRequestReader(Clock.fixed(at, ZoneOffset.UTC)).readJson(line, caller);
    }

    @Override
    public String problem(TechflowException fault, ScoreCommand.Caller caller) {
        var origin = new ProblemFactory.Origin("POST", PATH, caller.requestId());
        Problem problem = ProblemFactory.of(fault, origin);
        LOG.info(
                "{} {} row errorId={} requestId={}",
                problem.status(),
                problem.code(),
                problem.errorId(),
                problem.requestId());
        return mapper.writeValueAsString(problem);
    }
}
