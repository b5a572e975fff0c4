package techflow.scoring.validation.document;

import java.util.Locale;

/** How a number is written for people. JSON always holds the number itself. */
public enum Form {
    COUNT {
        @Override
        String write(double value) {
            return format("%,.0f", value);
        }
    },
    /** Three decimals: AUC, KS. */
    SHARE {
        @Override
        String write(double value) {
            return format("%.3f", value);
        }
    },
    PERCENT {
        @Override
        String write(double value) {
            return format("%.1f%%", 100 * value);
        }
    },
    /** A per cent with as many decimals as it needs: ticks of an axis. */
    TICK {
        @Override
        String write(double value) {
            return new java.math.BigDecimal(format("%.2f", 100 * value))
                            .stripTrailingZeros()
                            .toPlainString() + "%";
        }
    },
    /** Two decimals of a per cent: PDs. */
    RATE {
        @Override
        String write(double value) {
            return format("%.2f%%", 100 * value);
        }
    },
    DECIMAL {
        @Override
        String write(double value) {
            return format("%.2f", value);
        }
    },
    /** Four decimals: PSI, Brier. */
    FINE {
        @Override
        String write(double value) {
            return format("%.4f", value);
        }
    },
    /** Score points, signed. */
    POINTS {
        @Override
        String write(double value) {
            return format("%+.1f", value);
        }
    },
    P_VALUE {
        @Override
        String write(double value) {
            return value < 0.001 ? "<0.001" : format("%.3f", value);
        }
    },
    /** Whatever size: residuals, figures of gates. */
    ANY {
        @Override
        String write(double value) {
            if (value == Math.rint(value) && Math.abs(value) < 1e7) {
                return format("%,.0f", value);
            }
            return Math.abs(value) < 1e-3 ? format("%.1e", value) : format("%.3f", value);
        }
    };

    abstract String write(double value);

    /** A dash for what is not a number. */
    public String of(double value) {
        return Double.isNaN(value) ? "–" : write(value);
    }

    private static String format(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
