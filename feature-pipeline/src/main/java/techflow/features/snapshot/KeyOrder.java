package techflow.features.snapshot;

import java.util.Comparator;
import techflow.features.signal.AnnualReport;
import techflow.features.signal.BankFlow;
import techflow.features.signal.ContributionMonth;
import techflow.features.signal.InnovationIndicators;
import techflow.features.signal.MonthlyInvoices;
import techflow.features.signal.MonthlyTax;
import techflow.features.signal.Patent;
import techflow.features.signal.PatentEvent;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalHeader;
import techflow.features.signal.SignalKind;
import techflow.features.signal.TaxRating;
import techflow.features.signal.UtilityBill;

/**
 * How the signals of one kind are compared by their natural keys, without making the text of the key for the kinds of
 * which a firm has many rows. A test holds it against the texts.
 *
 * @param versions any order in which two signals are equal exactly when their natural keys are; for the monthly kinds it
 *     is the order of time, in which sources send them, so that sorting has little to do
 * @param canonical the order of days, and within a day of the natural keys' texts
 */
record KeyOrder(Comparator<Signal> versions, Comparator<Signal> canonical) {
    private static final Comparator<Signal> BY_TEXT = Comparator.comparing(Signal::naturalKey);
    private static final Comparator<Signal> BY_DAY_AND_TEXT = (one, other) -> {
        int days = days(one.header(), other.header());
        return days != 0 ? days : BY_TEXT.compare(one, other);
    };
    private static final KeyOrder TEXT = new KeyOrder(BY_TEXT, BY_DAY_AND_TEXT);

    /** The order for a kind; a kind that is not listed here is compared by its texts, which is right but slower. */
    @SuppressWarnings("MissingCasesInEnumSwitch")
    static KeyOrder of(SignalKind kind) {
        return switch (kind) {
            case MONTHLY_TAX -> TAX;
            case MONTHLY_INVOICES -> INVOICES;
            case CONTRIBUTION_MONTH -> CONTRIBUTIONS;
            case UTILITY_BILL -> BILLS;
            case BANK_FLOW -> FLOWS;
            case PATENT -> PATENTS;
            case PATENT_EVENT -> PATENT_EVENTS;
            case ANNUAL_REPORT, INNOVATION_INDICATORS, TAX_RATING -> YEARS;
            default -> TEXT;
        };
    }

    private static final KeyOrder TAX = new KeyOrder(
            (one, other) -> {
                MonthlyTax a = (MonthlyTax) one;
                MonthlyTax b = (MonthlyTax) other;
                int months = a.period().compareTo(b.period());
                return months != 0 ? months : names(a.taxType(), b.taxType());
            },
            (one, other) -> {
                MonthlyTax a = (MonthlyTax) one;
                MonthlyTax b = (MonthlyTax) other;
                int days = days(a.header(), b.header());
                if (days != 0) {
                    return days;
                }
                return a.period().equals(b.period()) ? names(a.taxType(), b.taxType()) : BY_TEXT.compare(a, b);
            });

    private static final KeyOrder FLOWS = new KeyOrder(
            (one, other) -> {
                BankFlow a = (BankFlow) one;
                BankFlow b = (BankFlow) other;
                int months = a.period().compareTo(b.period());
                return months != 0 ? months : a.accountToken().compareTo(b.accountToken());
            },
            BY_DAY_AND_TEXT);

    private static final KeyOrder YEARS =
            new KeyOrder((one, other) -> Integer.compare(year(one), year(other)), BY_DAY_AND_TEXT);

    private static final KeyOrder PATENTS = new KeyOrder(
            (one, other) -> ((Patent) one).applicationNo().compareTo(((Patent) other).applicationNo()),
            BY_DAY_AND_TEXT);

    private static final KeyOrder INVOICES = new KeyOrder(
            (one, other) -> {
                MonthlyInvoices a = (MonthlyInvoices) one;
                MonthlyInvoices b = (MonthlyInvoices) other;
                int months = a.period().compareTo(b.period());
                return months != 0 ? months : names(a.direction(), b.direction());
            },
            (one, other) -> {
                MonthlyInvoices a = (MonthlyInvoices) one;
                MonthlyInvoices b = (MonthlyInvoices) other;
                int days = days(a.header(), b.header());
                if (days != 0) {
                    return days;
                }
                return a.period().equals(b.period()) ? names(a.direction(), b.direction()) : BY_TEXT.compare(a, b);
            });

    private static final KeyOrder CONTRIBUTIONS = new KeyOrder(
            (one, other) -> {
                ContributionMonth a = (ContributionMonth) one;
                ContributionMonth b = (ContributionMonth) other;
                int months = a.period().compareTo(b.period());
                return months != 0 ? months : names(a.scheme(), b.scheme());
            },
            (one, other) -> {
                ContributionMonth a = (ContributionMonth) one;
                ContributionMonth b = (ContributionMonth) other;
                int days = days(a.header(), b.header());
                if (days != 0) {
                    return days;
                }
                return a.period().equals(b.period()) ? names(a.scheme(), b.scheme()) : BY_TEXT.compare(a, b);
            });

    private static final KeyOrder BILLS = new KeyOrder(
            (one, other) -> {
                UtilityBill a = (UtilityBill) one;
                UtilityBill b = (UtilityBill) other;
                int months = a.period().compareTo(b.period());
                int utilities = months != 0 ? months : names(a.utility(), b.utility());
                return utilities != 0 ? utilities : a.meterNo().compareTo(b.meterNo());
            },
            (one, other) -> {
                UtilityBill a = (UtilityBill) one;
                UtilityBill b = (UtilityBill) other;
                int days = days(a.header(), b.header());
                if (days != 0) {
                    return days;
                }
                int utilities = names(a.utility(), b.utility());
                boolean sameMeter = a.meterNo().equals(b.meterNo());
                return utilities != 0 || (sameMeter && a.period().equals(b.period()))
                        ? utilities
                        : BY_TEXT.compare(a, b);
            });

    private static final KeyOrder PATENT_EVENTS = new KeyOrder(
            (one, other) -> {
                PatentEvent a = (PatentEvent) one;
                PatentEvent b = (PatentEvent) other;
                int days = a.occurredAt().compareTo(b.occurredAt());
                int numbers = days != 0 ? days : a.applicationNo().compareTo(b.applicationNo());
                return numbers != 0 ? numbers : names(a.type(), b.type());
            },
            BY_DAY_AND_TEXT);

    @SuppressWarnings("ReferenceEquality") // rows share their days as a rule
    private static int days(SignalHeader one, SignalHeader other) {
        return one.occurredAt() == other.occurredAt() ? 0 : one.occurredAt().compareTo(other.occurredAt());
    }

    private static int year(Signal signal) {
        return switch (signal) {
            case AnnualReport report -> report.year();
            case InnovationIndicators indicators -> indicators.year();
            case TaxRating rating -> rating.year();
            default -> throw new IllegalArgumentException(signal.kind() + " has no year");
        };
    }

    private static int names(Enum<?> one, Enum<?> other) {
        return one == other ? 0 : one.name().compareTo(other.name());
    }
}
