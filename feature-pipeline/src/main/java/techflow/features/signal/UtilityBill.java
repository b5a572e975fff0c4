package techflow.features.signal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A month's bill of one meter (水电气热账单). Known at issue, when it is unpaid as a rule; the payment arrives as a
 * restatement with the same key and a later {@code knownAt}.
 *
 * @param utility electricity, water, gas or heat
 * @param meterNo account or meter number (户号); one firm may have several
 * @param period the month used
 * @param quantity use in the utility's own unit, at least 0
 * @param amount the bill
 * @param dueOn last day for payment
 * @param paidOn day of payment, empty while unpaid
 * @param contractedKva contracted capacity in kVA (合同容量), of electricity only, empty when not supplied
 * @param paymentMethod how it was paid, empty while unpaid or when not supplied
 */
public record UtilityBill(
        SignalHeader header,
        Utility utility,
        String meterNo,
        YearMonth period,
        double quantity,
        Money amount,
        LocalDate dueOn,
        Optional<LocalDate> paidOn,
        OptionalDouble contractedKva,
        Optional<PaymentMethod> paymentMethod)
        implements Signal {
    /** @throws IllegalArgumentException when the quantity is negative or not finite */
    public UtilityBill {
        if (!(quantity >= 0 && Double.isFinite(quantity))) {
            throw new IllegalArgumentException("quantity must be finite and not negative, found " + quantity);
        }
    }

    /** A bill of a source that tells neither capacity nor method of payment. */
    public UtilityBill(
            SignalHeader header,
            Utility utility,
            String meterNo,
            YearMonth period,
            double quantity,
            Money amount,
            LocalDate dueOn,
            Optional<LocalDate> paidOn) {
        this(
                header,
                utility,
                meterNo,
                period,
                quantity,
                amount,
                dueOn,
                paidOn,
                OptionalDouble.empty(),
                Optional.empty());
    }

    /** How a bill was paid; 电E贷 scores it (现金 lowest, 代扣 highest). */
    public enum PaymentMethod {
        /** 现金. */
        CASH,
        /** 转账. */
        TRANSFER,
        /** 代扣. */
        DIRECT_DEBIT
    }

    /** The utilities, each with the unit of its quantity. */
    public enum Utility {
        /** 电, kWh. */
        ELECTRICITY("kWh"),
        /** 水, m³. */
        WATER("m3"),
        /** 气, m³. */
        GAS("m3"),
        /** 热, GJ. */
        HEAT("GJ");

        private final String unit;

        Utility(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }

    @Override
    public String naturalKey() {
        return utility.name() + '|' + meterNo + '|' + period;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.UTILITY_BILL;
    }
}
