package techflow.api.page;

import java.util.List;
import techflow.api.answer.ScoreAnswer;
import techflow.api.answer.Text;
import techflow.api.application.ActiveModel;
import techflow.api.application.ScoreRecord;
import techflow.api.page.ReportView.Change;
import techflow.api.page.ReportView.NextGrade;
import techflow.api.serving.ServedModel;
import techflow.features.definition.FeatureDefinition;
import techflow.scoring.artifact.VectorJson;
import techflow.scoring.counterfactual.Counterfactual;
import techflow.scoring.counterfactual.CounterfactualSearch;

/** What the next better grade would take, computed from the logged inputs while the model that answered still answers. */
final class NextGradeTable {
    private static final String BEST = "R1";

    private NextGradeTable() {}

    static NextGrade of(ScoreRecord entry, ScoreAnswer answer, ActiveModel active, Language language) {
        if (!answer.status().hasScore() || BEST.equals(answer.creditGrade())) {
            return NextGrade.NOT_ASKED;
        }
        return active.current()
                .filter(model -> model.ref().sha256().equals(answer.model().sha256()))
                .map(model -> of(entry, model, language))
                .orElse(NextGrade.NOT_ASKED);
    }

    private static NextGrade of(ScoreRecord entry, ServedModel model, Language language) {
        return new CounterfactualSearch(model.pipeline(), model.settings().actions())
                .nextGrade(VectorJson.read(entry.inputs(), model.pipeline().schema()))
                .map(found -> new NextGrade(
                        true,
                        found.grade().name(),
                        String.valueOf(found.score()),
                        found.changes().stream()
                                .map(change -> change(change, model, language))
                                .toList()))
                .orElse(new NextGrade(true, "", "", List.of()));
    }

    private static Change change(Counterfactual.Change change, ServedModel model, Language language) {
        FeatureDefinition definition =
                model.catalog().definition(change.feature()).orElseThrow();
        return new Change(
                language.of(Text.name(definition)),
                language.of(Text.value(definition, change.before())),
                language.of(Text.value(definition, change.after())));
    }
}
