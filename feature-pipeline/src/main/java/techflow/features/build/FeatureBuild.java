package techflow.features.build;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import techflow.features.build.BuildTarget.Done;
import techflow.features.definition.FeatureCatalog;
import techflow.features.engine.FeatureEngine;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.store.SignalStore;
import techflow.features.store.Spine;

/** Computes the vectors of a spine into a target, part by part; an interrupted run goes on. */
public final class FeatureBuild {
    /** Firms in a part unless said otherwise: a second or a few of work that a crash may cost. */
    public static final int FIRMS_PER_PART = 10_000;

    private final FeatureEngine engine;
    private final FeatureCatalog catalog;
    private final int firmsPerPart;

    /** @param firmsPerPart firms in a part, at least 1 */
    public FeatureBuild(FeatureEngine engine, FeatureCatalog catalog, int firmsPerPart) {
        if (firmsPerPart < 1) {
            throw new IllegalArgumentException("a part must have at least 1 firm, found " + firmsPerPart);
        }
        this.engine = engine;
        this.catalog = catalog;
        this.firmsPerPart = firmsPerPart;
    }

    /**
     * Builds what is not built yet; does nothing when the target holds the complete build already.
     *
     * @param inputs what the vectors are made of, by name; the schema is added here
     * @param progress told the number of firms done, those of earlier runs included
     * @throws techflow.problem.RecordFault REQUEST_INVALID when the target holds a build of other inputs
     * @throws techflow.problem.PlatformFault STORE_UNAVAILABLE when store or target do not answer; run it again
     */
    public BuildResult run(
            SignalStore store,
            Spine spine,
            SortedMap<String, String> inputs,
            BuildTarget target,
            LongConsumer progress) {
        SortedMap<String, String> identity = new TreeMap<>(inputs);
        identity.put(
                "schema", catalog.schema().version() + " " + catalog.schema().fingerprint());
        Optional<Done> done = target.begin(catalog.schema(), identity);
        Counts resumed = done.map(Done::counts).orElse(Counts.NOTHING);
        Counts total = resumed;
        if (!done.map(Done::complete).orElse(false)) {
            try (PartWriter parts = new PartWriter(target, firmsPerPart, resumed, progress)) {
                engine.compute(rest(store, done), catalog, rest(spine, done), parts);
                total = parts.end();
            }
        }
        return new BuildResult(total, resumed, catalog.schema().size(), target.finish());
    }

    private static SignalStore rest(SignalStore store, Optional<Done> done) {
        return done.<SignalStore>map(d -> new Rest(store, d.last())).orElse(store);
    }

    private static Spine rest(Spine spine, Optional<Done> done) {
        return done.map(d -> spine.after(d.last())).orElse(spine);
    }

    /** A store from the firm after the last one done. */
    private record Rest(SignalStore store, EnterpriseId last) implements SignalStore {
        @Override
        public List<Signal> history(EnterpriseId enterprise) {
            return store.history(enterprise);
        }

        @Override
        public Stream<History> histories() {
            return store.historiesAfter(last);
        }

        @Override
        public Stream<Undecoded> undecoded() {
            return store.undecodedAfter(last);
        }
    }
}
