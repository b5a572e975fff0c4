package techflow.features.signal;

import java.time.LocalDate;

/**
 * Master data of the enterprise (工商登记 registration); the latest known version counts.
 *
 * @param name registered name
 * @param industry GB/T 4754-2017 division, a letter and two digits such as {@code C39}
 * @param field technology field (高新技术领域), which selects the 技术流 weights
 * @param province GB/T 2260 province code, two digits such as {@code 44}
 * @param establishedOn date of registration (成立日期)
 * @param registeredCapital registered capital (注册资本)
 */
public record EnterpriseProfile(
        SignalHeader header,
        String name,
        String industry,
        TechnologyField field,
        String province,
        LocalDate establishedOn,
        Money registeredCapital)
        implements Signal {
    @Override
    public String naturalKey() {
        return "profile";
    }

    @Override
    public SignalKind kind() {
        return SignalKind.ENTERPRISE_PROFILE;
    }
}
