package techflow.features.catalog;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import techflow.features.aggregate.PatentLife;
import techflow.features.aggregate.PatentPortfolio;
import techflow.features.signal.Patent.PatentType;
import techflow.features.signal.PatentEvent.PatentEventType;

/**
 * An approximation of the legal, technical and economic value of GB/T 42748 专利评估指引 from what a register can tell, each
 * in points of 100. The standard's 27 indicators ask for an expert; the elements and points here are our own.
 *
 * <p>An element that the source does not tell is left out of the points reached and of the points possible.
 */
final class PatentValue {
    static final double HIGHEST = 100;

    private static final double LEGAL_WEIGHT = 0.4;
    private static final double TECHNICAL_WEIGHT = 0.3;
    private static final double ECONOMIC_WEIGHT = 0.3;

    private static final double CLAIMS_COUNTED = 20;
    private static final double TERM = 20;
    private static final double UNDISPUTED = 20;
    private static final double BY_TYPE = 40;
    private static final double PER_CITATION = 8;
    private static final double CITATIONS = 40;
    private static final double MAIN_BUSINESS = 20;
    private static final double PER_OFFICE = 10;
    private static final double OFFICES = 30;
    private static final double USED = 20;
    private static final double AWARDED = 10;
    private static final double HALF_OF_TWENTY_YEARS = 0.5;

    private PatentValue() {}

    /** Legal value: type as a sign of examination, claims, term left, no dispute. */
    static double legal(PatentLife life) {
        return byType(life.patent().type())
                + Math.min(CLAIMS_COUNTED, life.patent().claims())
                + TERM * life.termLeft()
                + (life.disputed() ? 0 : UNDISPUTED);
    }

    /** Technical value: type, later patents that cite it, tie to the main business; empty when citations are not told. */
    static OptionalDouble technical(PatentLife life) {
        OptionalInt citations = life.patent().forwardCitations();
        if (citations.isEmpty()) {
            return OptionalDouble.empty();
        }
        double reached = byType(life.patent().type()) + Math.min(CITATIONS, PER_CITATION * citations.getAsInt());
        double possible = BY_TYPE + CITATIONS;
        Optional<Boolean> tied = life.patent().mainBusiness();
        return tied.isEmpty()
                ? OptionalDouble.of(HIGHEST * reached / possible)
                : OptionalDouble.of(
                        HIGHEST * (reached + (tied.get() ? MAIN_BUSINESS : 0)) / (possible + MAIN_BUSINESS));
    }

    /** Economic value: family abroad, licence, pledge, award, fees paid over the term. */
    static double economic(PatentLife life) {
        double reached = (life.licensed() ? USED : 0)
                + (life.pledged() ? USED : 0)
                + (life.events().happened(PatentEventType.AWARDED) ? AWARDED : 0)
                + TERM * (1 - life.termLeft());
        double possible = USED + USED + AWARDED + TERM;
        OptionalInt offices = life.patent().familyOffices();
        return offices.isEmpty()
                ? HIGHEST * reached / possible
                : HIGHEST * (reached + Math.min(OFFICES, PER_OFFICE * offices.getAsInt())) / (possible + OFFICES);
    }

    private static double byType(PatentType type) {
        return switch (type) {
            case INVENTION -> 40;
            case UTILITY_MODEL -> 15;
            case DESIGN -> 10;
        };
    }

    /** Mean legal value of the patents in force; NaN when none is. */
    static double legal(PatentPortfolio patents) {
        return patents.sum(life -> life.inForce() ? legal(life) : 0) / patents.count(PatentLife::inForce);
    }

    /** Mean technical value of the patents in force whose citations are told; NaN when there is none. */
    static double technical(PatentPortfolio patents) {
        return patents.sum(life -> life.inForce() ? technical(life).orElse(0) : 0)
                / patents.count(life -> life.inForce() && technical(life).isPresent());
    }

    /** Mean economic value of the patents in force; NaN when none is. */
    static double economic(PatentPortfolio patents) {
        return patents.sum(life -> life.inForce() ? economic(life) : 0) / patents.count(PatentLife::inForce);
    }

    /** The three values weighted 40 : 30 : 30, or legal and economic alone, 4 : 3; NaN when no patent is in force. */
    static double quality(PatentPortfolio patents) {
        double sure = LEGAL_WEIGHT * legal(patents) + ECONOMIC_WEIGHT * economic(patents);
        double technical = technical(patents);
        return Double.isNaN(technical) ? sure / (LEGAL_WEIGHT + ECONOMIC_WEIGHT) : sure + TECHNICAL_WEIGHT * technical;
    }

    /** An invention in force of one of the kinds of 高价值发明专利 that the register shows. */
    static boolean highValue(PatentLife life) {
        return life.inventionInForce()
                && (life.patent().familyOffices().orElse(0) > 0
                        || life.termLeft() < HALF_OF_TWENTY_YEARS
                        || life.pledged()
                        || life.events().happened(PatentEventType.AWARDED));
    }
}
