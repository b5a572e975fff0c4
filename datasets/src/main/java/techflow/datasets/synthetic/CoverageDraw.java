package techflow.datasets.synthetic;

import java.util.EnumMap;
import java.util.Map;

/** Draws which sources tell about a firm. */
final class CoverageDraw {
    private static final double WATER_METERED = 0.68;

    private CoverageDraw() {}

    static Map<Source, Coverage> draw(Traits traits, RandomStream random) {
        double secrecy = secrecy(traits);
        Map<Source, Coverage> coverage = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            boolean connected = random.chance(connected(source, traits));
            double odds = source.withheldShare() / (1 - source.withheldShare());
            boolean withheld = random.chanceOfLogit(Math.log(odds) + secrecy);
            coverage.put(source, coverage(connected, withheld));
        }
        return coverage;
    }

    private static Coverage coverage(boolean connected, boolean withheld) {
        if (!connected) {
            return Coverage.NOT_CONNECTED;
        }
        return withheld ? Coverage.WITHHELD : Coverage.DISCLOSED;
    }

    /** Log-odds of withholding: small and young firms disclose less. */
    private static double secrecy(Traits traits) {
        double small = -0.35 * Math.log(traits.staff() / 24);
        double young = traits.entryMonth() > 0 ? 0.35 : -0.12;
        return small + young - 0.05;
    }

    private static double connected(Source source, Traits traits) {
        return switch (source) {
            case WATER -> WATER_METERED;
            case GAS -> traits.industry().isManufacturing() ? 0.38 : 0.06;
            case HEAT -> traits.province().isHeated() ? 0.62 : 0;
            case PROFILE,
                    REGISTRY,
                    PENALTIES,
                    COURTS,
                    PATENTS,
                    CERTIFICATES,
                    ANNUAL_REPORTS,
                    INNOVATION_POINTS,
                    TAX_RATINGS,
                    TAX,
                    INVOICES,
                    SOCIAL_INSURANCE,
                    HOUSING_FUND,
                    ELECTRICITY,
                    COPYRIGHTS,
                    CONTRACTS,
                    INSPECTIONS,
                    FINANCING,
                    BANK_FLOWS -> 1;
        };
    }
}
