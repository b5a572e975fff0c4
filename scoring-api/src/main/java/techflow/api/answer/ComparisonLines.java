package techflow.api.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.ScoreAnswer.PeerRank;
import techflow.api.answer.ScoreAnswer.Trend;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureVector;
import techflow.features.peer.PeerGroup;
import techflow.features.peer.PeerStanding;
import techflow.features.peer.PeerTables;
import techflow.features.snapshot.Snapshot;

/** What sets a firm beside its peers and beside its own past. */
final class ComparisonLines {
    private ComparisonLines() {}

    /** The direction of the score since the one before; null when there is no score, or none before. */
    static @Nullable Trend trend(@Nullable Integer score, Optional<AnswerContext.Previous> previous) {
        if (score == null || previous.isEmpty()) {
            return null;
        }
        AnswerContext.Previous before = previous.get();
        int delta = score - before.score();
        return new Trend(direction(delta), delta, before.score(), before.asOf(), before.scoreId());
    }

    private static Trend.Direction direction(int delta) {
        if (delta == 0) {
            return Trend.Direction.STABLE;
        }
        return delta > 0 ? Trend.Direction.IMPROVING : Trend.Direction.WORSENING;
    }

    /** Where the firm stands by each feature that peer tables rank; empty when no table counts at the instant. */
    static List<PeerRank> peers(PeerTables tables, FeatureCatalog catalog, Snapshot snapshot, FeatureVector vector) {
        return tables.isEmpty()
                ? List.of()
                : catalog.definitions().stream()
                        .flatMap(definition -> definition.rankOf().stream())
                        .flatMap(feature -> rank(tables, catalog, feature, snapshot, vector))
                        .toList();
    }

    private static Stream<PeerRank> rank(
            PeerTables tables, FeatureCatalog catalog, FeatureName feature, Snapshot snapshot, FeatureVector vector) {
        FeatureDefinition definition = catalog.definition(feature).orElseThrow();
        return tables
                .standing(snapshot, vector, feature)
                .map(peers -> new PeerRank(
                        feature.value(),
                        Text.name(definition),
                        peers.percentile(),
                        peers.group().toString(),
                        peers.firms(),
                        all(tables, feature, snapshot, vector)
                                .map(PeerStanding::percentile)
                                .orElse(null)))
                .stream();
    }

    private static Optional<PeerStanding> all(
            PeerTables tables, FeatureName feature, Snapshot snapshot, FeatureVector vector) {
        return tables.at(snapshot.asOf())
                .flatMap(table -> table.standing(PeerGroup.ALL, feature, vector.number(feature)));
    }
}
