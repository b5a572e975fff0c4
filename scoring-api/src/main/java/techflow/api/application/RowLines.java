package techflow.api.application;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import techflow.api.application.ScoreRows.Row;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * Cuts newline-delimited JSON into rows as it comes. Holds one line at a time and of that no more than is allowed; blank
 * lines are no rows, and the last line needs no end.
 */
final class RowLines {
    private final int longest;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private int index;

    private RowLines(int longest) {
        this.longest = longest;
    }

    /** @param longest bytes a line may have; a longer one is a row that is refused */
    static Flux<Row> of(Flux<byte[]> pieces, int longest) {
        return Flux.defer(() -> {
            RowLines lines = new RowLines(longest);
            return pieces.concatMapIterable(lines::take, 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(lines.end())));
        });
    }

    private List<Row> take(byte[] piece) {
        List<Row> rows = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                keep(piece, begin, i);
                rows.addAll(end());
                begin = i + 1;
            }
        }
        keep(piece, begin, piece.length);
        return rows;
    }

    private void keep(byte[] piece, int from, int to) {
        int room = longest - line.size();
        tooLong |= to - from > room;
        line.write(piece, from, Math.min(to - from, room));
    }

    /** The line that is complete now, unless it is blank. */
    private List<Row> end() {
        byte[] bytes = line.toByteArray();
        Optional<RecordFault> fault = tooLong ? Optional.of(refusal()) : Optional.empty();
        line.reset();
        tooLong = false;
        return fault.isEmpty() && isBlank(bytes) ? List.of() : List.of(new Row(index++, bytes, fault));
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte one : bytes) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    private RecordFault refusal() {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The line is too long",
                List.of(new Violation(
                        "body",
                        "a line must have at most " + longest + " bytes",
                        "more than " + longest,
                        "send one JSON object on a line of its own")));
    }
}
