package techflow.scoring.technology.certificate;

import java.util.List;
import java.util.Optional;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.SignalKind;
import techflow.features.signal.SoftwareCopyright;
import techflow.features.snapshot.Snapshot;

/**
 * The software copyrights (软件著作权) known of a firm.
 *
 * @param all every one
 * @param own those that it registered itself
 */
record SoftwareCopyrights(int all, int own) {
    /** Empty when none is known: then the source may not be connected, and what is not told is not zero. */
    static Optional<SoftwareCopyrights> of(Snapshot snapshot) {
        List<SoftwareCopyright> known = snapshot.signals(SignalKind.SOFTWARE_COPYRIGHT, SoftwareCopyright.class);
        long own = known.stream().filter(one -> one.origin() == Origin.ORIGINAL).count();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new SoftwareCopyrights(known.size(), Math.toIntExact(own)));
    }
}
