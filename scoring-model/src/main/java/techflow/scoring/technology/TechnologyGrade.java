package techflow.scoring.technology;

/** Ordinal grade of innovation ability, T1 best (技术流 grade). Says nothing of default by itself. */
public enum TechnologyGrade {
    T1,
    T2,
    T3,
    T4,
    T5,
    T6,
    T7,
    T8,
    T9,
    T10;

    /** The grade that lies the given number of notches lower (positive) or higher (negative), kept within T1–T10. */
    public TechnologyGrade notched(int notches) {
        return values()[Math.clamp(ordinal() + notches, 0, values().length - 1)];
    }
}
