package techflow.datasets.synthetic;

import static techflow.features.signal.TechnologyField.ADVANCED_MANUFACTURING;
import static techflow.features.signal.TechnologyField.AEROSPACE;
import static techflow.features.signal.TechnologyField.BIOMEDICINE;
import static techflow.features.signal.TechnologyField.ELECTRONIC_INFORMATION;
import static techflow.features.signal.TechnologyField.HIGH_TECH_SERVICES;
import static techflow.features.signal.TechnologyField.NEW_ENERGY;
import static techflow.features.signal.TechnologyField.NEW_MATERIALS;
import static techflow.features.signal.TechnologyField.RESOURCES_ENVIRONMENT;

import techflow.features.signal.TechnologyField;

/** GB/T 4754-2017 divisions in which technology SMEs are found. Weights and intensities are our own settings. */
enum Industry {
    C26(6, 0.055, 0.62, "C08G", NEW_MATERIALS, RESOURCES_ENVIRONMENT),
    C27(5, 0.030, 0.48, "A61K", BIOMEDICINE, BIOMEDICINE),
    C30(2, 0.070, 0.60, "C04B", NEW_MATERIALS, NEW_MATERIALS),
    C34(10, 0.028, 0.60, "F16H", ADVANCED_MANUFACTURING, ADVANCED_MANUFACTURING),
    C35(13, 0.024, 0.58, "B23P", ADVANCED_MANUFACTURING, RESOURCES_ENVIRONMENT),
    C37(2, 0.026, 0.58, "B64C", AEROSPACE, AEROSPACE),
    C38(9, 0.025, 0.63, "H02J", NEW_ENERGY, ADVANCED_MANUFACTURING),
    C39(20, 0.022, 0.62, "H01L", ELECTRONIC_INFORMATION, ELECTRONIC_INFORMATION),
    C40(5, 0.015, 0.52, "G01N", ADVANCED_MANUFACTURING, ELECTRONIC_INFORMATION),
    I63(2, 0.008, 0.45, "H04W", ELECTRONIC_INFORMATION, ELECTRONIC_INFORMATION),
    I64(4, 0.006, 0.40, "G06Q", ELECTRONIC_INFORMATION, HIGH_TECH_SERVICES),
    I65(14, 0.004, 0.35, "G06F", ELECTRONIC_INFORMATION, HIGH_TECH_SERVICES),
    M73(4, 0.010, 0.38, "C12N", BIOMEDICINE, HIGH_TECH_SERVICES),
    M74(3, 0.006, 0.40, "G01M", HIGH_TECH_SERVICES, HIGH_TECH_SERVICES),
    N77(1, 0.020, 0.52, "C02F", RESOURCES_ENVIRONMENT, RESOURCES_ENVIRONMENT);

    private static final int TOTAL = 100;
    private static final double FIRST_FIELD_SHARE = 0.75;

    private final int percent;
    private final double kilowattHoursPerYuan;
    private final double purchaseRatio;
    private final String ipc;
    private final TechnologyField first;
    private final TechnologyField second;

    Industry(
            int percent,
            double kilowattHoursPerYuan,
            double purchaseRatio,
            String ipc,
            TechnologyField first,
            TechnologyField second) {
        this.percent = percent;
        this.kilowattHoursPerYuan = kilowattHoursPerYuan;
        this.purchaseRatio = purchaseRatio;
        this.ipc = ipc;
        this.first = first;
        this.second = second;
    }

    static Industry draw(RandomStream random) {
        double left = random.uniform() * TOTAL;
        for (Industry industry : values()) {
            left -= industry.percent;
            if (left < 0) {
                return industry;
            }
        }
        return C39;
    }

    TechnologyField drawField(RandomStream random) {
        return random.chance(FIRST_FIELD_SHARE) ? first : second;
    }

    boolean isManufacturing() {
        return name().startsWith("C");
    }

    double kilowattHoursPerYuan() {
        return kilowattHoursPerYuan;
    }

    double purchaseRatio() {
        return purchaseRatio;
    }

    String ipc() {
        return ipc;
    }
}
