package techflow.benchmark;

import java.util.List;

/** The features of the catalogue that every contender computes, in this order. */
final class ComparedFeatures {
    static final List<String> NAMES = List.of(
            "tax_sales_12m",
            "tax_sales_growth_12m",
            "tax_burden_12m",
            "tax_arrears_months_12m",
            "tax_late_filings_12m",
            "tax_zero_sales_months_12m",
            "invoice_sales_12m",
            "invoice_sales_growth_12m",
            "invoice_sales_volatility_12m",
            "invoice_void_share_12m",
            "invoice_red_share_12m",
            "invoice_buyers_12m",
            "invoice_top_buyer_share_12m",
            "insured_persons",
            "social_insurance_arrears_months_12m",
            "electricity_use_12m",
            "electricity_growth_12m",
            "electricity_utilisation_3m",
            "acquired_patent_share",
            "months_since_filing");

    static final int COUNT = NAMES.size();

    private ComparedFeatures() {}
}
