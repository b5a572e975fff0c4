package techflow.scoring.technology.certificate;

import java.util.OptionalInt;
import techflow.features.snapshot.Snapshot;

/** How many software copyrights (软件著作权) a firm holds; empty when no source tells. */
final class SoftwareCopyrights {
    private SoftwareCopyrights() {}

    static OptionalInt count(Snapshot snapshot) {
        // no kind of signal carries software copyrights yet: what is not told is not zero
        return OptionalInt.empty();
    }
}
