package techflow.api.inference;

import java.util.Arrays;
import java.util.Optional;
import techflow.features.definition.FeatureVector;
import techflow.scoring.model.ScoringPipeline;
import techflow.scoring.score.ProbabilityOfDefault;
import tools.jackson.core.JsonGenerator;

/** What the model says of a vector. */
enum ModelOutput {
    /** Calibrated log-odds good : bad. */
    LOG_ODDS("FP64") {
        @Override
        void write(Row row, JsonGenerator json) {
            json.writeNumber(row.logOdds());
        }
    },
    /** 12-month probability of default, in (0, 1). */
    PD("FP64") {
        @Override
        void write(Row row, JsonGenerator json) {
            json.writeNumber(ProbabilityOfDefault.ofLogOdds(row.logOdds()).value());
        }
    },
    /** Rounded score, higher is safer. */
    SCORE("INT32") {
        @Override
        void write(Row row, JsonGenerator json) {
            json.writeNumber(row.score());
        }
    },
    /** Credit grade of the score, the first is best. */
    CREDIT_GRADE("BYTES") {
        @Override
        void write(Row row, JsonGenerator json) {
            json.writeString(row.pipeline().grades().grade(row.score()).name());
        }
    };

    private final String datatype;

    ModelOutput(String datatype) {
        this.datatype = datatype;
    }

    /** The answer for one vector. */
    record Row(double logOdds, int score, ScoringPipeline pipeline) {
        /** To the same bits as a score: the same model, calibration and rounding. */
        static Row of(FeatureVector vector, ScoringPipeline pipeline) {
            double logOdds = pipeline.calibrator().calibrate(pipeline.model().logOdds(vector));
            return new Row(logOdds, pipeline.grades().scale().score(logOdds), pipeline);
        }
    }

    abstract void write(Row row, JsonGenerator json);

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    String datatype() {
        return datatype;
    }

    static Optional<ModelOutput> of(String word) {
        return Arrays.stream(values())
                .filter(output -> output.word().equals(word))
                .findFirst();
    }
}
