package techflow.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * One command as a user would run it.
 *
 * @param code its exit code
 * @param out what it printed as data
 * @param err what it said besides
 */
record CommandRun(int code, String out, String err) {
    static CommandRun of(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** The same words with more of them at the end. */
    static CommandRun of(List<String> words, String... more) {
        return of(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
