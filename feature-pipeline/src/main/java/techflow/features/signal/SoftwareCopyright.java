package techflow.features.signal;

import java.time.LocalDate;

/**
 * A registered software copyright (软件著作权登记), dated by its registration. For certificate rules it is class II
 * intellectual property.
 *
 * @param registrationNo registration number (登记号), identifies the work
 * @param title full name of the software
 * @param completedOn day the work was completed (开发完成日期), not after its registration
 * @param origin registered by the firm itself or bought from another owner
 */
public record SoftwareCopyright(
        SignalHeader header, String registrationNo, String title, LocalDate completedOn, Patent.Origin origin)
        implements Signal {
    public LocalDate registeredOn() {
        return occurredAt();
    }

    @Override
    public String naturalKey() {
        return registrationNo;
    }

    @Override
    public SignalKind kind() {
        return SignalKind.SOFTWARE_COPYRIGHT;
    }
}
