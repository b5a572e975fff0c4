package techflow.scoring.score;

/** A band of the calibrated 12-month PD (信用风险等级), R1 best. Not to be confused with the technology grade T1–T10. */
public enum CreditGrade {
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10
}
