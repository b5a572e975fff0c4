package techflow.scoring.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import techflow.scoring.score.ProbabilityOfDefault;

class PdTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.018; 未来12个月，每1000家同类企业中约18家违约; about 18 in 1,000 such firms default within 12 months",
                "0.25; 未来12个月，每100家同类企业中约25家违约; about 25 in 100 such firms default within 12 months",
                "0.0025; 未来12个月，每10000家同类企业中约25家违约; about 25 in 10,000 such firms default within 12 months",
                "0.0001; 未来12个月，每10000家同类企业中约1家违约; about 1 in 10,000 such firms defaults within 12 months",
                "0.00001; 未来12个月，每10000家同类企业中不到1家违约; fewer than 1 in 10,000 such firms defaults within 12 months",
                "0.999; 未来12个月，每100家同类企业中超过99家违约; more than 99 in 100 such firms default within 12 months",
            })
    void a_pd_is_told_as_a_frequency(double pd, String chinese, String english) {
        assertThat(PdText.of(new ProbabilityOfDefault(pd))).isEqualTo(new Bilingual(chinese, english));
    }
}
