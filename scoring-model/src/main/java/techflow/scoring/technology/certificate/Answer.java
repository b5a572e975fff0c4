package techflow.scoring.technology.certificate;

/** Whether a condition holds, in three-valued logic: what is not known is open and never a no. */
public enum Answer {
    MET("满足", "met"),
    NOT_MET("不满足", "not met"),
    OPEN("待定", "open");

    private final String chinese;
    private final String english;

    Answer(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    static Answer of(boolean met) {
        return met ? MET : NOT_MET;
    }

    /** Not met when one is not, met when both are. */
    public Answer and(Answer other) {
        if (this == NOT_MET || other == NOT_MET) {
            return NOT_MET;
        }
        return this == MET && other == MET ? MET : OPEN;
    }

    /** Met when one is, not met when neither is. */
    public Answer or(Answer other) {
        if (this == MET || other == MET) {
            return MET;
        }
        return this == NOT_MET && other == NOT_MET ? NOT_MET : OPEN;
    }
}
