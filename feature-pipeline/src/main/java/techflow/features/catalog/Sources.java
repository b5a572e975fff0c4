package techflow.features.catalog;

/** Where definitions come from. */
final class Sources {
    static final String OWN = "own design";

    /** The four indicators that local task lists of the policy name. */
    static final String POLICY = "named by the task lists under 国办发〔2020〕3号 item 6 (技术流 system); "
            + "our working definition, no official formula is published";

    /** Dimensions of 技术流 that the bank published by name only. */
    static final String TECHNOLOGY_FLOW = "a published dimension of the bank's 技术流 system; "
            + "our working definition, no official formula is published";

    static final String PUBLICITY = "企业信息公示暂行条例 (enterprise information publicity); own design";

    private Sources() {}
}
