package techflow.api.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import techflow.features.signal.EnterpriseId;
import techflow.testing.TestDatabase;

/** Live authorisations of every test firm, for every purpose, under the numbers that tests name. */
public final class TestAuthorisations {
    /** The numbers; each is filed for each firm, as one document of a group would be. */
    public static final List<String> NUMBERS =
            List.of("A-0001", "A-0002", "A-2026-0001", "A-2026-0002", "A-2026-0003", "授权〔2026〕001号");

    private static final List<EnterpriseId> FIRMS =
            List.of(TestFirms.SOUND, TestFirms.WEAK, TestFirms.THIN, TestFirms.DISHONEST, TestFirms.UNKNOWN);

    private TestAuthorisations() {}

    /** Files them for both tenants. */
    static void fileAll(TestDatabase database) {
        for (EnterpriseId firm : FIRMS) {
            NUMBERS.forEach(number -> file(database, firm, number));
        }
    }

    /** Files one for a firm of a test's own, for both tenants. */
    public static void file(TestDatabase database, EnterpriseId firm, String number) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                    insert into authorisation (authorisation_id, tenant_id, enterprise_id, number, purposes, granted_at,
                        expires_at, evidence_sha256, filed_at, filed_by)
                    select gen_random_uuid(), tenant_id, ?, ?, array['LOAN_ORIGINATION', 'LOAN_REVIEW',
                        'LIMIT_ADJUSTMENT', 'POST_LOAN_MONITORING', 'GUARANTEE_REVIEW'], '2020-01-01', '2099-01-01',
                        repeat('0', 64), '2020-01-01', 'test'
                    from tenant""")) {
            insert.setString(1, firm.code());
            insert.setString(2, number);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
