package techflow.scoring.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AccessKeyTest {
    @Test
    void a_key_has_32_random_bytes_and_an_id_that_gives_nothing_away() {
        AccessKey key = AccessKey.random(new SplittableRandom(1));
        assertThat(key.secret()).matches("tf_[A-Za-z0-9_-]{43}");
        assertThat(key.sha256())
                .isEqualTo(AccessKey.sha256(key.secret()))
                .startsWith(key.id().substring(4));
        assertThat(AccessKey.random(new SplittableRandom(2)).secret()).isNotEqualTo(key.secret());
    }

    @Test
    void the_hash_is_the_known_one() {
        assertThat(AccessKey.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_key_that_is_logged_by_accident_shows_its_id_only() {
        AccessKey key = AccessKey.random(new SplittableRandom(1));
        assertThat(key.toString())
                .contains(key.id())
                .doesNotContain(key.secret())
                .doesNotContain(key.sha256());
    }
}
