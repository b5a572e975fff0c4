package techflow.datasets.synthetic;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a firm does to look better than it is. A strained firm is more likely to begin; that it does moves no default.
 *
 * @param circleFrom first world month of invoices that circle among friends, {@link WorldCalendar#MONTHS} when never
 * @param circleUntil the month after the last
 * @param inflation invoiced and declared sales over true ones while they circle
 * @param dressing what it did before a certificate, if anything
 */
public record Gaming(int circleFrom, int circleUntil, double inflation, Optional<Dressing> dressing) {
    private static final double CIRCLE = -6.8;
    private static final double DRESS = -6.6;
    private static final int BURST_BEFORE = 17;
    private static final int BUY_BEFORE = 8;

    /** The tricks, as {@code truth.csv} names them. */
    public enum Trick {
        /** Invoices that circle: sales and purchases rise, electricity does not. */
        CIRCULAR_INVOICES,
        /** Many patents of little value filed at once before a certificate. */
        PATENT_BURST,
        /** Patents bought before a certificate. */
        BOUGHT_PATENTS
    }

    /**
     * Patents for a certificate's sake.
     *
     * @param certificateAt world month of the award it aims at
     */
    public record Dressing(Trick trick, int certificateAt) {
        /** The month in which the patents are filed or bought. */
        int month() {
            return certificateAt - (trick == Trick.PATENT_BURST ? BURST_BEFORE : BUY_BEFORE);
        }
    }

    static Gaming draw(Traits traits, LatentPath latent, WorldCalendar calendar, RandomStream random) {
        int circle = WorldCalendar.MONTHS;
        Optional<Dressing> dressing = Optional.empty();
        int from = Math.max(WorldCalendar.BURN_IN, traits.firstMonth());
        for (int t = from; t < WorldCalendar.MONTHS; t++) {
            double strain = latent.strain(t);
            boolean circles = random.chanceOfLogit(CIRCLE + 0.5 * strain);
            boolean dresses = random.chanceOfLogit(DRESS + 0.4 * strain - 0.4 * latent.technology(t));
            Trick trick = random.chance(0.5) ? Trick.PATENT_BURST : Trick.BOUGHT_PATENTS;
            circle = circles ? Math.min(circle, t) : circle;
            if (dresses && dressing.isEmpty()) {
                int november = t + BURST_BEFORE;
                november += Math.floorMod(11 - calendar.month(november).getMonthValue(), 12);
                dressing = Optional.of(new Dressing(trick, november));
            }
        }
        return new Gaming(circle, circle + random.between(8, 18), random.uniform(1.3, 2.0), dressing);
    }

    /** Invoiced and declared sales over true ones. */
    double inflation(int t) {
        return circles(t) ? inflation : 1;
    }

    boolean circles(int t) {
        return t >= circleFrom && t < circleUntil;
    }

    /** Whether the month's certificate was prepared for. */
    boolean dressedFor(int t) {
        return dressing.filter(made -> made.certificateAt() == t).isPresent();
    }

    /** The tricks that a look at the firm at the end of the month could find. */
    Set<Trick> at(int t) {
        Set<Trick> tricks = EnumSet.noneOf(Trick.class);
        if (circles(t)) {
            tricks.add(Trick.CIRCULAR_INVOICES);
        }
        dressing.filter(made -> t >= made.month() && t <= made.certificateAt())
                .ifPresent(made -> tricks.add(made.trick()));
        return tricks;
    }
}
