package techflow.datasets.synthetic;

/** Provinces by GB/T 2260 code, with a weight and whether buildings are heated by network in winter. */
enum Province {
    P11(9, true),
    P12(2, true),
    P13(3, true),
    P21(2, true),
    P31(8, false),
    P32(16, false),
    P33(12, false),
    P34(5, false),
    P35(4, false),
    P37(8, true),
    P41(3, true),
    P42(4, false),
    P43(3, false),
    P44(17, false),
    P51(2, false),
    P61(2, true);

    private static final int TOTAL = 100;

    private final int percent;
    private final boolean heated;

    Province(int percent, boolean heated) {
        this.percent = percent;
        this.heated = heated;
    }

    static Province draw(RandomStream random) {
        double left = random.uniform() * TOTAL;
        for (Province province : values()) {
            left -= province.percent;
            if (left < 0) {
                return province;
            }
        }
        return P44;
    }

    String code() {
        return name().substring(1);
    }

    boolean isHeated() {
        return heated;
    }
}
