package techflow.features.catalog;

import static techflow.features.definition.FeatureDefinition.feature;
import static techflow.features.definition.FeatureFamily.UTILITY;
import static techflow.features.signal.SignalKind.UTILITY_BILL;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import techflow.features.aggregate.Ratio;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureDefinition.Range;
import techflow.features.definition.FeatureValue;
import techflow.features.definition.FeatureValue.MissingReason;
import techflow.features.definition.Unit;
import techflow.features.signal.UtilityBill;
import techflow.features.signal.UtilityBill.PaymentMethod;
import techflow.features.snapshot.Derived;
import techflow.features.snapshot.Snapshot;
import techflow.features.snapshot.Window;

/** 水电气热: how the bills are paid, all utilities and meters together. */
final class UtilityPaymentFeatures {
    private static final int MONTHS = 12;
    /** A payment is reported some days after it was made: only after these days does an unpaid bill count as overdue. */
    private static final int REPORTING_DAYS = 15;

    private static final String NINGHAI =
            "Ninghai water payment score (days late, on-time share; there of households); own design";
    private static final String NO_BILL_DUE = "no bill known, or none was due in the window";
    private static final String LATE =
            "days between due day and payment, or the as-of day when still unpaid more than 15 days"
                    + " after it (a payment needs time to be reported)";
    private static final String DUE = "bills due in the 12 months before the as-of day";

    private static final Optional<PaymentMethod> DIRECT_DEBIT = Optional.of(PaymentMethod.DIRECT_DEBIT);

    private static final Derived<Payments> PAYMENTS = Derived.of(UtilityPaymentFeatures::payments);

    private UtilityPaymentFeatures() {}

    static List<FeatureDefinition> features() {
        return List.of(onTimeShare(), meanDaysLate(), maxDaysLate(), unpaidOverdue(), directDebitShare());
    }

    private static FeatureDefinition.Builder paymentFeature(String name, String chineseName) {
        return feature(name, chineseName, UTILITY)
                .missingMeans(NO_BILL_DUE)
                .source(NINGHAI)
                .reads(UTILITY_BILL);
    }

    private static FeatureDefinition onTimeShare() {
        return paymentFeature("utility_on_time_share_12m", "近12个月按时缴费率")
                .describedAs("Bills that were not late over all " + DUE
                        + "; late is a payment after the due day, or none more" + " than 15 days after it.")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("who pays small bills on the day has cash and order")
                .is(snapshot -> onBillsDue(snapshot, paid -> (double) (paid.due() - paid.late()) / paid.due()));
    }

    private static FeatureDefinition meanDaysLate() {
        return paymentFeature("utility_mean_days_late_12m", "近12个月平均逾期天数")
                .describedAs("Mean over the " + DUE + " of the " + LATE + "; 0 for a bill that was not late.")
                .in(Unit.DAYS, Range.NOT_NEGATIVE)
                .riskierWhenHigher("small bills left unpaid show that cash is short")
                .is(snapshot -> onBillsDue(snapshot, paid -> (double) paid.days() / paid.due()));
    }

    private static FeatureDefinition maxDaysLate() {
        return paymentFeature("utility_max_days_late_12m", "近12个月最长逾期天数")
                .describedAs("Most " + LATE + ", of the " + DUE + "; 0 when none was late.")
                .in(Unit.DAYS, Range.NOT_NEGATIVE)
                .riskierWhenHigher("a long delay is want of cash, a short one may be neglect")
                .is(snapshot -> onBillsDue(snapshot, Payments::most));
    }

    private static FeatureDefinition unpaidOverdue() {
        return paymentFeature("utility_unpaid_overdue", "逾期未缴账单数")
                .describedAs("Bills known as unpaid more than 15 days after their due day, whatever their age.")
                .in(Unit.COUNT, Range.NOT_NEGATIVE)
                .riskierWhenHigher("an open arrear is the firmest sign that cash is short")
                .missingMeans("no bill known")
                .is(snapshot -> bills(snapshot).isEmpty()
                        ? FeatureValue.missing(MissingReason.NO_DATA)
                        : FeatureValue.of(snapshot.derived(PAYMENTS).unpaidOverdue()));
    }

    private static FeatureDefinition directDebitShare() {
        return paymentFeature("utility_direct_debit_share_12m", "近12个月代扣缴费率")
                .describedAs("Bills paid by direct debit over the " + DUE + " that are paid and whose method is told.")
                .in(Unit.RATIO, Range.SHARE)
                .saferWhenHigher("who lets the bank collect keeps the account filled; cash scores lowest (缴费方式)")
                .missingMeans(NO_BILL_DUE + "; undefined when no method of payment is told")
                .source("电E贷 (Zhejiang) published formula rates the method of payment; own design")
                .is(UtilityPaymentFeatures::directDebitShare);
    }

    private static FeatureValue directDebitShare(Snapshot snapshot) {
        Payments paid = snapshot.derived(PAYMENTS);
        return paid.due() == 0 ? noneDue(snapshot) : Ratio.of(paid.debited(), paid.methodsTold(), Range.SHARE);
    }

    /**
     * How the bills due in the last 12 months were paid.
     *
     * @param due bills due
     * @param late those paid late or overdue
     * @param days the sum of the days late
     * @param most the most days late
     * @param methodsTold those paid, the method told
     * @param debited those of them paid by direct debit
     * @param unpaidOverdue bills of any age that are unpaid and overdue
     */
    private record Payments(int due, int late, long days, long most, int methodsTold, int debited, int unpaidOverdue) {}

    private static Payments payments(Snapshot snapshot) {
        LocalDate today = snapshot.asOf().date();
        Window year = Window.months(snapshot.asOf(), MONTHS);
        int due = 0;
        int late = 0;
        long sum = 0;
        long most = 0;
        int told = 0;
        int debited = 0;
        int unpaidOverdue = 0;
        for (UtilityBill bill : bills(snapshot)) {
            boolean inYear = year.contains(bill.dueOn());
            if (inYear || bill.paidOn().isEmpty()) {
                long days = daysLate(bill, today);
                unpaidOverdue += bill.paidOn().isEmpty() && days > 0 ? 1 : 0;
                due += inYear ? 1 : 0;
                late += inYear && days > 0 ? 1 : 0;
                sum += inYear ? days : 0;
                most = inYear ? Math.max(most, days) : most;
                told += inYear && paidBy(bill).isPresent() ? 1 : 0;
                debited += inYear && paidBy(bill).equals(DIRECT_DEBIT) ? 1 : 0;
            }
        }
        return new Payments(due, late, sum, most, told, debited, unpaidOverdue);
    }

    private static Optional<PaymentMethod> paidBy(UtilityBill bill) {
        return bill.paidOn().isPresent() ? bill.paymentMethod() : Optional.empty();
    }

    private static FeatureValue onBillsDue(Snapshot snapshot, ToDoubleFunction<Payments> value) {
        Payments payments = snapshot.derived(PAYMENTS);
        return payments.due() == 0 ? noneDue(snapshot) : FeatureValue.of(value.applyAsDouble(payments));
    }

    private static FeatureValue noneDue(Snapshot snapshot) {
        return FeatureValue.missing(
                bills(snapshot).isEmpty() ? MissingReason.NO_DATA : MissingReason.NOT_ENOUGH_HISTORY);
    }

    private static List<UtilityBill> bills(Snapshot snapshot) {
        return snapshot.signals(UTILITY_BILL, UtilityBill.class);
    }

    /** Days from the due day to payment, or to today of a bill that is overdue; 0 when not late. */
    private static long daysLate(UtilityBill bill, LocalDate today) {
        boolean paid = bill.paidOn().isPresent();
        long days = bill.paidOn().orElse(today).toEpochDay() - bill.dueOn().toEpochDay();
        return days > (paid ? 0 : REPORTING_DAYS) ? days : 0;
    }
}
