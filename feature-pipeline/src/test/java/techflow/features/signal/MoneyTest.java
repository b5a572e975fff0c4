package techflow.features.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "12345.67,1234567",
        "0,0",
        "-0.01,-1",
        "+5,500",
        "0.005,1",
        "7.1,710",
        "999999999999999,99999999999999900"
    })
    void yuan_text_is_read_to_the_fen(String yuan, long fen) {
        assertThat(Money.parseYuan(yuan)).isEqualTo(new Money(fen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1,000", "1e3", "1E999999999", "NaN", "0x10", "1.", ".5", "５", "1000000000000000"})
    void other_text_is_refused(String text) {
        assertThatThrownBy(() -> Money.parseYuan(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void text_reads_back_to_the_same_amount() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            Money money = new Money(random.nextLong(-99_999_999_999_999_999L, 99_999_999_999_999_999L));
            assertThat(Money.parseYuan(money.toString())).isEqualTo(money);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 9e13, -1e300})
    void a_number_that_is_no_amount_is_refused_and_never_zero(double yuan) {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofYuan(yuan));
    }

    @Test
    void a_number_is_rounded_to_the_fen() {
        assertThat(Money.ofYuan(0.1 + 0.2)).isEqualTo(new Money(30));
        assertThat(Money.ofYuan(-12.345)).isEqualTo(new Money(-1234));
        assertThat(Money.ofYuan(1e13 + 0.01).fen()).isEqualTo(1_000_000_000_000_001L);
    }

    @Test
    void sums_are_exact_and_overflow_is_told() {
        assertThat(new Money(10).plus(new Money(-30))).isEqualTo(new Money(-20));
        assertThat(new Money(10).minus(new Money(30)).isPositive()).isFalse();
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE).plus(new Money(1))).isInstanceOf(ArithmeticException.class);
    }
}
