package techflow.features.signal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A patent application (专利申请), dated by its filing and known from its publication: about 18 months after filing for
 * an invention, at grant for the other types.
 *
 * @param applicationNo application number (申请号), identifies the patent for life
 * @param type invention, utility model or design
 * @param ipc main international patent classification, such as {@code H01L}
 * @param claims number of claims (权利要求项数), 0 for a design, which has none
 * @param origin filed by the firm itself or bought from another owner
 * @param publicationNo publication number (公开号 or 授权公告号), empty when not supplied
 * @param backwardCitations earlier documents that it cites, empty when not known
 * @param forwardCitations later patents that cite it as far as known then; restated as it grows
 * @param familyOffices patent offices abroad with a member of its family, 0 for a purely Chinese one
 * @param mainBusiness true when it is tied to the firm's main business (与主营业务相关), empty when not judged
 */
public record Patent(
        SignalHeader header,
        String applicationNo,
        PatentType type,
        String ipc,
        int claims,
        Origin origin,
        Optional<String> publicationNo,
        OptionalInt backwardCitations,
        OptionalInt forwardCitations,
        OptionalInt familyOffices,
        Optional<Boolean> mainBusiness)
        implements Signal {
    /** A patent of which the source supplies no more than the register's first page. */
    public Patent(SignalHeader header, String applicationNo, PatentType type, String ipc, int claims, Origin origin) {
        this(
                header,
                applicationNo,
                type,
                ipc,
                claims,
                origin,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

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
