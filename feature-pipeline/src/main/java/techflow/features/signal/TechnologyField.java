package techflow.features.signal;

/** The eight fields of 国家重点支持的高新技术领域 (state-supported high technology), which the 技术流 formulas differ by. */
public enum TechnologyField {
    /** 电子信息. */
    ELECTRONIC_INFORMATION,
    /** 生物与新医药. */
    BIOMEDICINE,
    /** 航空航天. */
    AEROSPACE,
    /** 新材料. */
    NEW_MATERIALS,
    /** 高技术服务. */
    HIGH_TECH_SERVICES,
    /** 新能源与节能. */
    NEW_ENERGY,
    /** 资源与环境. */
    RESOURCES_ENVIRONMENT,
    /** 先进制造与自动化. */
    ADVANCED_MANUFACTURING
}
