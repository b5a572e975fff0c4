package techflow.api.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of example requests as editors run them: {@code ### name}, the request, its body, variables in double braces, and
 * what later requests take from the answer. A line {@code # → 201} says which status is to be expected, and {@code # → 200 or 409}
 * which ones, where it hangs on how far the service is.
 */
public final class HttpFile {
    private static final Pattern VARIABLE = Pattern.compile("@(\\w+)\\s*=\\s*(.*)");
    private static final Pattern USE = Pattern.compile("\\{\\{(\\$?\\w+)}}");
    private static final Pattern STATUS = Pattern.compile("# → (\\d{3}(?: or \\d{3})*)\\b.*");
    private static final Pattern TAKE =
            Pattern.compile("> \\{% client\\.global\\.set\\(\"(\\w+)\", response\\.((?:body|headers)\\.[\\w.]+)\\) %}");

    private HttpFile() {}

    /**
     * One example, with its variables still in it.
     *
     * @param takes what later examples use, {@code body.…} or {@code headers.…}, by the name of the variable
     */
    public record Example(
            String name,
            List<Integer> statuses,
            String method,
            String target,
            Map<String, String> headers,
            Optional<String> body,
            Map<String, String> takes) {
        /** A text of this example with the values of its variables; the same {@code $uuid} within one call. */
        public static String filled(String text, Map<String, String> values) {
            Matcher use = USE.matcher(text);
            return use.replaceAll(match -> Matcher.quoteReplacement(
                    match.group(1).equals("$uuid")
                            ? UUID.randomUUID().toString()
                            : Optional.ofNullable(values.get(match.group(1)))
                                    .orElseThrow(() -> new AssertionError("nothing sets {{" + match.group(1) + "}}"))));
        }
    }

    /** What the file sets itself. */
    public static Map<String, String> variables(Path file) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            Matcher variable = VARIABLE.matcher(line);
            if (variable.matches()) {
                variables.put(variable.group(1), variable.group(2).strip());
            }
        }
        return variables;
    }

    /** The examples in their order. */
    public static List<Example> examples(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        String[] parts = Files.readString(file).split("(?m)^### ");
        for (int i = 1; i < parts.length; i++) {
            examples.add(example(parts[i].lines().toList()));
        }
        return examples;
    }

    private static Example example(List<String> lines) {
        List<Integer> statuses = List.of();
        int at = 1;
        while (lines.get(at).startsWith("#") || lines.get(at).isBlank()) {
            Matcher expected = STATUS.matcher(lines.get(at++));
            if (expected.matches()) {
                statuses = Stream.of(expected.group(1).split(" or "))
                        .map(Integer::valueOf)
                        .toList();
            }
        }
        String[] request = lines.get(at++).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        while (at < lines.size() && !lines.get(at).isBlank()) {
            String[] header = lines.get(at++).split(":", 2);
            headers.put(header[0], header[1].strip());
        }
        Map<String, String> takes = new LinkedHashMap<>();
        List<String> body = new ArrayList<>();
        for (String line : lines.subList(at, lines.size())) {
            Matcher take = TAKE.matcher(line);
            if (take.matches()) {
                takes.put(take.group(1), take.group(2));
            } else if (!line.startsWith("# ")) {
                body.add(line);
            }
        }
        String text = String.join("\n", body).strip();
        return new Example(
                lines.getFirst().strip(),
                statuses,
                request[0],
                request[1],
                headers,
                text.isEmpty() ? Optional.empty() : Optional.of(text + "\n"),
                takes);
    }
}
