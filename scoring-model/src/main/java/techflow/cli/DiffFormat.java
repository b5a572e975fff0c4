package techflow.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;
import techflow.scoring.run.FactTable;

/** How a comparison is printed: {@code --format md|json} and {@code --all}. */
final class DiffFormat {
    @Option(
            names = "--format",
            paramLabel = "md|json",
            defaultValue = "md",
            description = "md or json (${DEFAULT-VALUE})")
    private Kind kind = Kind.MD;

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Option(names = "--all", description = "also what is equal")
    private boolean all;

    /** The forms. */
    enum Kind {
        MD,
        JSON
    }

    boolean isJson() {
        return json || kind == Kind.JSON;
    }

    void print(PrintWriter out, FactTable table) {
        FactTable shown = all ? table : table.differences();
        if (isJson()) {
            out.println(shown.json());
        } else if (shown.rows().isEmpty()) {
            out.println("equal in every fact");
        } else {
            out.print(shown.markdown());
        }
    }
}
