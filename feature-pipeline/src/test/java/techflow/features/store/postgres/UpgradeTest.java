package techflow.features.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.InnovationIndicator;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.testing.ExampleRows;
import techflow.testing.SignalSamples;
import techflow.testing.TestDatabase;

/** Rows as the release of fs-1 stored them, through the migrations of this one. */
class UpgradeTest {
    private static final EnterpriseId FIRM = SignalSamples.firm(1);
    private static final String DAY = "2024-05-31";
    private static final String KNOWN = "2024-06-20T00:00:00Z";

    private final TestDatabase database = TestDatabase.fresh();
    private final List<Signal> expected = new ArrayList<>();

    @BeforeEach
    void a_database_as_the_release_before_left_it() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
        migrate("1"); // V2 and V3 are the models' and the scores', and touch no signal
    }

    @Test
    void a_row_of_every_kind_is_widened_and_says_what_it_said() throws SQLException {
        widened(
                SignalKind.ENTERPRISE_PROFILE,
                "profile",
                cells("示例", "C39", "ELECTRONIC_INFORMATION", "44", DAY, "5.00"));
        widened(SignalKind.PATENT, "CN1", cells("CN1", "INVENTION", "H01L", "10", "ORIGINAL"), "", "", "", "", "");
        widened(SignalKind.PATENT_EVENT, "CN1|GRANTED|" + DAY, cells("CN1", "GRANTED"), "", "", "", "");
        widened(
                SignalKind.ANNUAL_REPORT,
                "2023",
                cells("2023", "9.00", "", "", "", "1.00", "", "", "64", "17"),
                "",
                "",
                "",
                "",
                "");
        List<String> indicators = new ArrayList<>(List.of("2023", "61.5"));
        indicators.addAll(Collections.nCopies(InnovationIndicator.values().length, "0.5"));
        widened(SignalKind.INNOVATION_INDICATORS, "2023", indicators);
        widened(SignalKind.TAX_RATING, "2023", cells("2023", "B"), "RULE_2014", "", "");
        widened(
                SignalKind.MONTHLY_INVOICES,
                "ISSUED|2024-05",
                cells("2024-05", "ISSUED", "3", "9.00", "1.00", "0", "0", "0.00", "2", "5.00", "9.00"),
                "");
        widened(
                SignalKind.CONTRIBUTION_MONTH,
                "SOCIAL_INSURANCE|2024-05",
                cells("SOCIAL_INSURANCE", "2024-05", "3", "9.00", "1.00", "1.00"),
                "");
        widened(
                SignalKind.UTILITY_BILL,
                "WATER|1|2024-05",
                cells("WATER", "1", "2024-05", "7", "9.00", "2024-06-25", ""),
                "",
                "");
        widened(SignalKind.REGISTRY_EVENT, "R1", cells("R1", "ADDRESS_CHANGED"));
        widened(SignalKind.PENALTY, "P1", cells("P1", "局", "5.00", "2027-01-01", "STANDING"));
        widened(SignalKind.COURT_RECORD, "C1|DEFENDANT", cells("C1", "DEFENDANT", "5.00", "OPEN"));
        widened(
                SignalKind.CERTIFICATE,
                "HIGH_TECH_ENTERPRISE|G1",
                cells("HIGH_TECH_ENTERPRISE", "G1", "2023-01-01", "2026-01-01"));
        widened(SignalKind.MONTHLY_TAX, "2024-05", cells("2024-05", "9.00", "1.00", "1.00", "0.00", "false"), "ALL");
        Set<SignalKind> old = EnumSet.noneOf(SignalKind.class);
        expected.forEach(one -> old.add(one.kind()));
        assertThat(old).as("every kind of fs-1").hasSize(14);

        migrate("latest");

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(expected);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select natural_key from signal where kind = 'MONTHLY_TAX'")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("2024-05|ALL");
        }
    }

    @Test
    void the_rule_of_a_rating_follows_from_its_year_and_the_day_it_was_published() throws SQLException {
        insert(SignalKind.TAX_RATING, "2025", "2026-04-20T00:00:00Z", "2025-12-31", cells("2025", "A"));
        insert(SignalKind.TAX_RATING, "2024", "2025-04-20T00:00:00Z", "2024-12-31", cells("2024", "A"));
        migrate("latest");
        expect(SignalKind.TAX_RATING, "2026-04-20T00:00:00Z", "2025-12-31", "2025", "A", "STA_2025_12", "", "");
        expect(SignalKind.TAX_RATING, "2025-04-20T00:00:00Z", "2024-12-31", "2024", "A", "RULE_2014", "", "");
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void pledges_and_freezes_of_the_register_become_encumbrances_and_a_release_restates_its_freeze()
            throws SQLException {
        registry("P1", "EQUITY_PLEDGED", "2023-01-10", "2023-01-20T00:00:00Z");
        registry("M1", "CHATTEL_MORTGAGED", "2023-02-10", "2023-02-20T00:00:00Z");
        registry("F1", "EQUITY_FROZEN", "2023-03-10", "2023-03-20T00:00:00Z");
        registry("U1", "EQUITY_UNFROZEN", "2024-03-10", "2024-03-20T00:00:00Z");
        registry("F2", "EQUITY_FROZEN", "2024-05-10", "2024-05-20T00:00:00Z");
        // Loaded together with its release, and a release of something older than the data.
        registry("F3", "EQUITY_FROZEN", "2021-05-10", "2022-05-20T00:00:00Z");
        registry("U3", "EQUITY_UNFROZEN", "2021-08-10", "2022-05-20T00:00:00Z");
        registry("U0", "EQUITY_UNFROZEN", "2020-08-10", "2020-08-20T00:00:00Z");

        migrate("latest");

        encumbrance("P1", "EQUITY_PLEDGE", "2023-01-10", "2023-01-20T00:00:00Z", "STANDING");
        encumbrance("M1", "CHATTEL_MORTGAGE", "2023-02-10", "2023-02-20T00:00:00Z", "STANDING");
        encumbrance("F1", "EQUITY_FREEZE", "2023-03-10", "2023-03-20T00:00:00Z", "STANDING");
        encumbrance("F1", "EQUITY_FREEZE", "2023-03-10", "2024-03-20T00:00:00Z", "RELEASED");
        encumbrance("F2", "EQUITY_FREEZE", "2024-05-10", "2024-05-20T00:00:00Z", "STANDING");
        encumbrance("F3", "EQUITY_FREEZE", "2021-05-10", "2022-05-20T00:00:00Z", "RELEASED");
        encumbrance("U0", "EQUITY_FREEZE", "2020-08-10", "2020-08-20T00:00:00Z", "RELEASED");
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(frozen("2023-03-15")).isFalse();
        assertThat(frozen("2023-04-01")).isTrue();
        assertThat(frozen("2024-04-01")).isFalse();
        assertThat(frozen("2024-06-01")).isTrue();
    }

    private boolean frozen(String day) {
        Snapshot snapshot = Snapshot.cut(FIRM, AsOf.startOf(LocalDate.parse(day)), stored());
        return snapshot.signals(SignalKind.ENCUMBRANCE, techflow.features.signal.Encumbrance.class).stream()
                .anyMatch(one -> one.type() == techflow.features.signal.Encumbrance.EncumbranceType.EQUITY_FREEZE
                        && one.binds(snapshot.asOf().date()));
    }

    private List<Signal> stored() {
        return new PostgresSignalStore(database.dataSource()).history(FIRM);
    }

    private void registry(String reference, String type, String day, String known) throws SQLException {
        insert(SignalKind.REGISTRY_EVENT, reference, known, day, cells(reference, type));
    }

    private void encumbrance(String reference, String type, String day, String known, String status) {
        expect(SignalKind.ENCUMBRANCE, known, day, reference, type, "0.00", "未载明", "", status);
    }

    private void widened(SignalKind kind, String naturalKey, List<String> old, String... added) throws SQLException {
        insert(kind, naturalKey, KNOWN, DAY, old);
        List<String> wide = new ArrayList<>(old);
        wide.addAll(List.of(added));
        expect(kind, KNOWN, DAY, wide.toArray(String[]::new));
    }

    private void expect(SignalKind kind, String known, String day, String... cells) {
        List<String> row = new ArrayList<>(List.of(FIRM.code(), day, known, "S"));
        row.addAll(Arrays.asList(cells));
        expected.add(ExampleRows.signal(kind, row));
    }

    private static List<String> cells(String... cells) {
        return List.of(cells);
    }

    private void insert(SignalKind kind, String naturalKey, String known, String day, List<String> cells)
            throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into signal values (?, ?, ?, ?, ?, 'S', ?)")) {
            insert.setString(1, FIRM.code());
            insert.setString(2, kind.name());
            insert.setString(3, naturalKey);
            insert.setObject(4, OffsetDateTime.parse(known));
            insert.setObject(5, LocalDate.parse(day));
            insert.setArray(6, connection.createArrayOf("text", cells.toArray()));
            insert.executeUpdate();
        }
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:techflow/db")
                .target(target)
                .load()
                .migrate();
    }
}
