package techflow.datasets.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import techflow.datasets.invoice.SeenInvoices.Meeting;
import techflow.features.signal.Money;

class SeenInvoicesTest {
    private static final int MANY = 20_000;

    @Test
    void each_meeting_is_told_from_the_others() {
        SeenInvoices seen = new SeenInvoices();
        assertThat(seen.meet(invoice("E1", "1", 5, "B1", false))).isEqualTo(Meeting.NEW);
        assertThat(seen.meet(invoice("E2", "1", 5, "B1", false))).isEqualTo(Meeting.NEW);
        assertThat(seen.meet(invoice("E1", "1", 5, "B1", false))).isEqualTo(Meeting.DUPLICATE);
        assertThat(seen.meet(invoice("E1", "1", 6, "B1", false))).isEqualTo(Meeting.NUMBER_REUSED);
        assertThat(seen.meet(invoice("E1", "1", 6, "B1", false))).isEqualTo(Meeting.DUPLICATE);
        assertThat(seen.meet(invoice("E1", "1", 5, "B2", false))).isEqualTo(Meeting.CONFLICT);
        assertThat(seen.meet(invoice("E1", "1", 5, "B1", true))).isEqualTo(Meeting.CONFLICT);
    }

    @Test
    void nothing_is_forgotten_or_invented_when_the_table_grows() {
        SeenInvoices seen = new SeenInvoices();
        for (int i = 0; i < MANY; i++) {
            assertThat(seen.meet(invoice("E1", String.valueOf(i), i, "B1", false)))
                    .isEqualTo(Meeting.NEW);
        }
        assertThat(seen.size()).isEqualTo(3 * MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(seen.meet(invoice("E1", String.valueOf(i), i, "B1", false)))
                    .isEqualTo(Meeting.DUPLICATE);
        }
        assertThat(seen.size()).isEqualTo(3 * MANY);
    }

    private static Invoice invoice(String firm, String number, long yuan, String party, boolean isVoid) {
        return new Invoice(
                firm,
                number,
                LocalDate.of(2019, 1, 1),
                party,
                new Money(100 * yuan),
                new Money(13 * yuan),
                new Money(113 * yuan),
                isVoid);
    }
}
