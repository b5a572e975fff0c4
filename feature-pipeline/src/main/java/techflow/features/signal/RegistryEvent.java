package techflow.features.signal;

/**
 * An event of the market regulator's register (市场监管登记与公示). What binds equity or assets is an {@link Encumbrance}.
 *
 * @param reference number of the entry, unique within the enterprise
 * @param type what happened
 */
public record RegistryEvent(SignalHeader header, String reference, RegistryEventType type) implements Signal {
    /** Register events a lender looks at. */
    public enum RegistryEventType {
        /** 列入经营异常名录. */
        ABNORMAL_LISTED,
        /** 移出经营异常名录. */
        ABNORMAL_REMOVED,
        /** 列入严重违法失信名单. */
        SERIOUS_LISTED,
        /** 移出严重违法失信名单. */
        SERIOUS_REMOVED,
        /** 法定代表人变更. */
        LEGAL_REPRESENTATIVE_CHANGED,
        /** 住所变更. */
        ADDRESS_CHANGED,
        /** 注册资本变更. */
        CAPITAL_CHANGED,
        /** 股东变更. */
        SHAREHOLDER_CHANGED,
        /** 注销. */
        DEREGISTERED,
        /** 吊销营业执照. */
        LICENCE_REVOKED
    }

    @Override
    public String naturalKey() {
        return reference;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.REGISTRY_EVENT;
    }
}
