package techflow.features.signal;

import java.time.LocalDate;

/**
 * A patent application (专利申请), dated by its filing and known from its publication: about 18 months after filing for
 * an invention, at grant for the other types.
 *
 * @param applicationNo application number (申请号), identifies the patent for life
 * @param type invention, utility model or design
 * @param ipc main international patent classification, such as {@code H01L}
 * @param claims number of claims, at least 1
 * @param origin filed by the firm itself or bought from another owner
 */
public record Patent(SignalHeader header, String applicationNo, PatentType type, String ipc, int claims, Origin origin)
        implements Signal {
    /** The three types of the Patent Law (专利法). Terms run from the filing date (art. 42). */
    public enum PatentType {
        /** 发明专利, 20 years. */
        INVENTION(20),
        /** 实用新型, 10 years. */
        UTILITY_MODEL(10),
        /** 外观设计, 15 years. */
        DESIGN(15);

        private final int termYears;

        PatentType(int termYears) {
            this.termYears = termYears;
        }

        public int termYears() {
            return termYears;
        }
    }

    /** Whether the firm filed it (原始申请) or took it over (受让). */
    public enum Origin {
        ORIGINAL,
        ACQUIRED
    }

    public LocalDate filedOn() {
        return occurredAt();
    }

    @Override
    public String naturalKey() {
        return applicationNo;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.PATENT;
    }
}
