package techflow.cli;

import java.io.PrintWriter;
import java.util.List;
import techflow.scoring.run.Fact;

/** Facts for people, a headed block a section. */
final class FactList {
    private FactList() {}

    static void print(PrintWriter out, List<Fact> facts) {
        String section = "";
        for (Fact fact : facts) {
            if (!fact.section().equals(section)) {
                section = fact.section();
                out.println();
                out.println(section);
            }
            out.printf("  %-32s %s%n", fact.name(), fact.value());
        }
    }
}
