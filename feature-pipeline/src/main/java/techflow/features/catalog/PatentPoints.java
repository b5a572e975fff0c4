package techflow.features.catalog;

import techflow.features.aggregate.PatentLife;
import techflow.features.signal.Patent.PatentType;

/** The weights of patents, in points. Only the ratio 10 : 4 : 3 has a published source (海宁); the rest is our own. */
final class PatentPoints {
    static final double PENDING = 0.3;
    static final double ACQUIRED = 0.5;

    private PatentPoints() {}

    /** Weight by type, invention 10 : utility model 4 : design 3. */
    static double weight(PatentType type) {
        return switch (type) {
            case INVENTION -> 10;
            case UTILITY_MODEL -> 4;
            case DESIGN -> 3;
        };
    }

    /** What the patent adds to the gross stock, whoever owns it today and whether or not it still lives. */
    static double gross(PatentLife life) {
        double weight = weight(life.patent().type());
        return switch (life.stage()) {
            case IN_FORCE, LAPSED, EXPIRED -> weight;
            case TRANSFERRED_OUT -> life.granted() ? weight : PENDING * weight;
            case PENDING -> PENDING * weight;
            case WITHDRAWN, INVALIDATED -> 0;
        };
    }

    /** What the patent adds to the net stock: alive, owned, by origin and by the share of its legal term that is left. */
    static double net(PatentLife life) {
        double origin = life.original() ? 1 : ACQUIRED;
        double weight = weight(life.patent().type()) * origin * life.termLeft();
        return switch (life.stage()) {
            case IN_FORCE -> weight;
            case PENDING -> PENDING * weight;
            case WITHDRAWN, LAPSED, EXPIRED, INVALIDATED, TRANSFERRED_OUT -> 0;
        };
    }
}
