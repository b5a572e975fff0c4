package techflow.features.catalog;

import java.util.List;
import java.util.stream.Stream;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;

/** The catalogue that this release computes. */
public final class StandardCatalog {
    /** Version of the schema; a change of names, order, units or labels needs a new one. */
    public static final String VERSION = "fs-2";

    private static final List<FeatureDefinition> OWN = Stream.of(
                    ProfileFeatures.features(),
                    PatentFeatures.features(),
                    PatentValueFeatures.features(),
                    ResearchFeatures.features(),
                    ConversionFeatures.features(),
                    InnovationFeatures.features(),
                    OfficialPointsFeatures.features(),
                    TaxRatingFeatures.features(),
                    TaxFeatures.features(),
                    InvoiceFeatures.features(),
                    EmploymentFeatures.features(),
                    UtilityFeatures.features(),
                    UtilityPaymentFeatures.features(),
                    ConductFeatures.features(),
                    EncumbranceFeatures.features(),
                    SanctionFeatures.features(),
                    FinancingFeatures.features(),
                    BankFlowFeatures.features(),
                    InteractionFeatures.features(),
                    IntegrityFeatures.features())
            .flatMap(List::stream)
            .toList();

    private static final FeatureCatalog CATALOG = new FeatureCatalog(
            VERSION,
            Stream.of(OWN, PeerFeatures.features(OWN)).flatMap(List::stream).toList());

    private StandardCatalog() {}

    /**
     * All features, in the order in which the families meet the reader. Ranks among peers are missing until it is bound
     * to tables with {@link FeatureCatalog#against}.
     */
    public static FeatureCatalog catalog() {
        return CATALOG;
    }
}
