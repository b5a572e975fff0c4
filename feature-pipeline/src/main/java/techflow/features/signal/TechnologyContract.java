package techflow.features.signal;

import java.util.Optional;

/**
 * A contract entered in the register of technology contracts (技术合同登记), dated by its registration. Only its
 * technology part counts as technology turnover (技术交易额).
 *
 * @param contractNo registration number, identifies the contract
 * @param type subject of the contract under 民法典 chapter 20
 * @param role whether the firm sells or buys the technology
 * @param amount value of the contract (合同成交额)
 * @param technologyAmount the part of it that pays for technology (技术交易额), empty when not stated
 * @param status registered, or cancelled, which arrives as a restatement
 */
public record TechnologyContract(
        SignalHeader header,
        String contractNo,
        ContractType type,
        Role role,
        Money amount,
        Optional<Money> technologyAmount,
        Status status)
        implements Signal {
    /** Subjects of technology contracts. */
    public enum ContractType {
        /** 技术开发. */
        DEVELOPMENT,
        /** 技术转让. */
        TRANSFER,
        /** 技术许可. */
        LICENCE,
        /** 技术咨询. */
        CONSULTING,
        /** 技术服务. */
        SERVICE
    }

    /** The firm's side of the contract. */
    public enum Role {
        /** 卖方. */
        SELLER,
        /** 买方. */
        BUYER
    }

    /** Whether the registration stands. */
    public enum Status {
        REGISTERED,
        /** 撤销登记. */
        CANCELLED
    }

    @Override
    public String naturalKey() {
        return contractNo;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.TECHNOLOGY_CONTRACT;
    }
}
