package techflow.features.signal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One dated observation about one enterprise. Each record is one {@link SignalKind} and documents its units.
 *
 * <p>A source may restate an observation: the later one has the same {@link #naturalKey()} and a later
 * {@code knownAt}, and replaces the earlier one in every snapshot from that instant on, never before.
 */
public sealed interface Signal
        permits EnterpriseProfile,
                Patent,
                PatentEvent,
                SoftwareCopyright,
                AnnualReport,
                TechnologyContract,
                InnovationIndicators,
                InnovationAssessment,
                TaxRating,
                MonthlyTax,
                TaxInspection,
                MonthlyInvoices,
                ContributionMonth,
                UtilityBill,
                RegistryEvent,
                Penalty,
                CourtRecord,
                Encumbrance,
                Certificate,
                EquityFinancing,
                BankFlow {
    SignalHeader header();

    /** What identifies the observation within its kind and enterprise, whatever version of it. */
    String naturalKey();

    SignalKind kind();

    default EnterpriseId enterprise() {
        return header().enterprise();
    }

    default LocalDate occurredAt() {
        return header().occurredAt();
    }

    default Instant knownAt() {
        return header().knownAt();
    }
}
