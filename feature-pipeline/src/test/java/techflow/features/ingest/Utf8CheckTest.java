package techflow.features.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import techflow.problem.RecordFault;

class Utf8CheckTest {
    private static final String[] PIECES = {"abc,", "\n", "\r\n", "\u000b", "示例", "𠮷", "\u0080", "0123456789,x"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void lines_are_counted_and_a_wrong_byte_is_found_however_the_bytes_arrive(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            // Long stretches of ASCII between Chinese ones.
            text.append(PIECES[random.nextInt(i / 100 % 2 == 0 ? 4 : PIECES.length)]);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        long lines = text.chars().filter(letter -> letter == '\n').count();

        assertThat(lines(bytes, new Random(seed))).as("seed %d", seed).isEqualTo(lines);

        int wrong = random.nextInt(bytes.length);
        byte[] broken = bytes.clone();
        broken[wrong] = (byte) 0xFF;
        long line = 1 + countBefore(bytes, wrong);
        assertThatThrownBy(() -> lines(broken, new Random(seed)))
                .as("seed %d", seed)
                .isInstanceOf(RecordFault.class)
                .satisfies(fault -> assertThat(
                                ((RecordFault) fault).violations().getFirst().found())
                        .contains("in line " + line));
    }

    private static long countBefore(byte[] bytes, int end) {
        long lines = 0;
        for (int i = 0; i < end; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static long lines(byte[] bytes, Random random) {
        Utf8Check check = new Utf8Check(Path.of("a.csv"));
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(300));
            check.take(Arrays.copyOfRange(bytes, from, to), to - from);
            from = to;
        }
        return check.end();
    }
}
