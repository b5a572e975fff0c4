package techflow.benchmark.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator <a href="https://github.com/wg/wrk">wrk</a>: one thread, 64 connections. */
final class Wrk {
    private static final Pattern TOTAL = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private Wrk() {}

    /** @param failed answers that were neither 2xx nor 3xx */
    record Load(long requests, double perSecond, double p50Millis, double p99Millis, long failed) {}

    static Load run(String url, Path script, int seconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "wrk", "-t1", "-c64", "-d" + seconds + "s", "--latency", "-s", script.toString(), url)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed: " + said);
        }
        return new Load(
                (long) number(TOTAL, said),
                number(RATE, said),
                latency("50%", said),
                latency("99%", said),
                FAILED.matcher(said).find() ? (long) number(FAILED, said) : 0);
    }

    /** A script that posts one of the bodies after the other, each under an idempotency key of its own. */
    static Path script(List<String> bodies, String key) throws IOException {
        StringBuilder lua = new StringBuilder("wrk.method = 'POST'\n")
                .append("wrk.headers['Content-Type'] = 'application/json'\n")
                .append("wrk.headers['X-API-Key'] = '")
                .append(key)
                .append("'\nlocal bodies = {\n");
        bodies.forEach(body -> lua.append("'").append(body).append("',\n"));
        lua.append("}\nmath.randomseed(os.time())\nlocal run = os.time() .. '-' .. math.random(1000000000) .. '-'\n")
                .append("local i = 0\nlocal n = 0\nrequest = function()\n  i = i % #bodies + 1\n  n = n + 1\n")
                .append("  wrk.headers['Idempotency-Key'] = run .. n\n")
                .append("  return wrk.format(nil, nil, nil, bodies[i])\nend\n");
        return Files.writeString(Files.createTempFile("wrk", ".lua"), lua);
    }

    private static double latency(String share, String said) {
        Matcher found = Pattern.compile(share + "\\s+([0-9.]+)(us|ms|s)").matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("wrk told no latency: " + said);
        }
        double value = Double.parseDouble(found.group(1));
        return switch (found.group(2)) {
            case "us" -> value / 1_000;
            case "ms" -> value;
            default -> value * 1_000;
        };
    }

    private static double number(Pattern pattern, String said) {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("wrk told no " + pattern + ": " + said);
        }
        return Double.parseDouble(found.group(1));
    }
}
