package techflow.features.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import techflow.features.peer.PeerGroup.Level;

class PeerGroupTest {
    private static final PeerGroup FINEST = PeerGroup.of("C39", Optional.of(LifeStage.GROWTH), "44");

    @Test
    void the_ladder_leads_from_the_finest_group_to_all_firms() {
        assertThat(FINEST.ladder())
                .extracting(PeerGroup::toString)
                .containsExactly("C39/GROWTH/44", "C39/GROWTH", "C39", "ALL");
        assertThat(FINEST.ladder()).extracting(PeerGroup::level).containsExactly(Level.values());
        assertThat(PeerGroup.ALL.ladder()).containsExactly(PeerGroup.ALL);
    }

    @Test
    void a_firm_without_a_stage_is_compared_with_its_industry() {
        assertThat(PeerGroup.of("C39", Optional.empty(), "44").ladder())
                .extracting(PeerGroup::toString)
                .containsExactly("C39", "ALL");
    }

    @Test
    void the_written_form_reads_back() {
        for (PeerGroup group : FINEST.ladder()) {
            assertThat(PeerGroup.parse(group.toString())).isEqualTo(group);
        }
        for (String wrong : List.of("", "C39/", "C39/OLD", "C39/GROWTH/44/1", "/GROWTH")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> PeerGroup.parse(wrong));
        }
    }

    @Test
    void a_stage_without_an_industry_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeerGroup(Optional.empty(), Optional.of(LifeStage.GROWTH), Optional.empty()));
    }

    @Test
    void the_stage_follows_age_and_declared_sales() {
        assertThat(LifeStage.of(2.9, 900e6)).contains(LifeStage.START_UP);
        assertThat(LifeStage.of(4.9, 19.9e6)).contains(LifeStage.START_UP);
        assertThat(LifeStage.of(4.9, 20e6)).contains(LifeStage.GROWTH);
        assertThat(LifeStage.of(4.9, Double.NaN)).contains(LifeStage.GROWTH);
        assertThat(LifeStage.of(7.9, 100e6)).contains(LifeStage.GROWTH);
        assertThat(LifeStage.of(8, 99.9e6)).contains(LifeStage.GROWTH);
        assertThat(LifeStage.of(8, 100e6)).contains(LifeStage.MATURE);
        assertThat(LifeStage.of(30, Double.NaN)).contains(LifeStage.GROWTH);
        assertThat(LifeStage.of(Double.NaN, 100e6)).isEmpty();
    }
}
