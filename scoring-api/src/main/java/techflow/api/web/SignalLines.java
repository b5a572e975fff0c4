package techflow.api.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import techflow.api.application.IngestSignals.Lines;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalDecoder.Decoded;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.store.file.CsvSignalReader;
import techflow.features.store.file.SignalLine;
import techflow.problem.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of a delivered file through the one decoder: CSV as {@code techflow ingest} reads it, or the same cells by name. */
final class SignalLines {
    private SignalLines() {}

    /** @throws techflow.problem.RecordFault FILE_MALFORMED when the header line is not the kind's */
    static Lines csv(Path file, SignalKind kind) {
        CsvSignalReader reader = CsvSignalReader.open(file, kind);
        return lines(reader, reader::close);
    }

    /** One object on each line, its members named like the columns. */
    static Lines ndjson(Path file, SignalKind kind) throws IOException {
        BoundedLines texts = new BoundedLines(Files.newInputStream(file));
        Iterator<SignalLine> decoded = new Iterator<>() {
            private long line;

            @Override
            public boolean hasNext() {
                return texts.hasNext();
            }

            @Override
            public SignalLine next() {
                return decode(++line, texts.next(), kind);
            }
        };
        return lines(decoded, texts::close);
    }

    private static SignalLine decode(long line, String text, SignalKind kind) {
        List<Violation> violations = new ArrayList<>();
        List<String> cells = cells(text, SignalFormat.of(kind).header(), violations);
        if (!violations.isEmpty()) {
            return new SignalLine.Rejected(line, violations);
        }
        return switch (SignalDecoder.decode(kind, cells)) {
            case Decoded.Accepted accepted -> new SignalLine.Accepted(line, accepted.signal());
            case Decoded.Rejected rejected -> new SignalLine.Rejected(line, rejected.violations());
        };
    }

    private static List<String> cells(String text, List<String> header, List<Violation> violations) {
        JsonNode row = parsed(text);
        if (!row.isObject()) {
            violations.add(new Violation("row", "must be one JSON object", "something else", "send {\"uscc\": …}"));
            return List.of();
        }
        row.propertyNames().stream()
                .filter(name -> !header.contains(name))
                .forEach(name -> violations.add(new Violation(
                        name,
                        "only these members are known: " + String.join(",", header),
                        name,
                        "correct its name or leave it out")));
        return header.stream().map(name -> cell(row.path(name))).toList();
    }

    private static JsonNode parsed(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }

    private static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isNumber()
                ? value.decimalValue().toPlainString()
                : value.isString() ? value.stringValue() : value.toString();
    }

    private static Lines lines(Iterator<SignalLine> lines, Runnable close) {
        return new Lines() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public SignalLine next() {
                return lines.next();
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
