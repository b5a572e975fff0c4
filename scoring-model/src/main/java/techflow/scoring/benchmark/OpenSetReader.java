package techflow.scoring.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import techflow.features.definition.FeatureName;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;
import techflow.scoring.evaluation.ScoredSample;
import techflow.scoring.training.TrainingSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the folder of a data set: data.csv.gz, folds.csv.gz, meta.json, peers.json and peers_oof.csv.gz. */
public final class OpenSetReader {
    private static final String META = "meta.json";

    /** PDs of exactly 0 or 1, which a peer may claim, are read as this close to them. */
    private static final double LEAST_PD = 1e-8;

    private OpenSetReader() {}

    /**
     * The data set folders at a place: the folder itself, or those right below it that hold labelled data, by name.
     *
     * @throws RecordFault FILE_MALFORMED when there is none
     */
    public static List<Path> folders(Path place) throws IOException {
        if (isSet(place)) {
            return List.of(place);
        }
        List<Path> found = List.of();
        if (Files.isDirectory(place)) {
            try (Stream<Path> below = Files.list(place)) {
                found = below.filter(OpenSetReader::isSet).sorted().toList();
            }
        }
        if (found.isEmpty()) {
            throw new RecordFault(
                    ProblemCode.FILE_MALFORMED,
                    "There is no data set at " + place + ": a folder with " + META + ", data.csv.gz and folds.csv.gz");
        }
        return found;
    }

    /**
     * Reads a data set.
     *
     * @throws RecordFault FILE_MALFORMED when files are absent or do not fit one another
     */
    public static OpenSet read(Path folder) throws IOException {
        JsonNode meta = json(folder.resolve(META));
        Map<String, List<String>> table = columns(folder.resolve("data.csv.gz"));
        String target = meta.path("target").asString();
        AnonymousRows rows = new AnonymousRows(texts(meta.path("numeric")), texts(meta.path("categorical")), table);
        TrainingSet set = rows.trainingSet(column(table, target, folder));
        int[] folds = new int[set.size()];
        Map<String, List<String>> foldTable = columns(folder.resolve("folds.csv.gz"));
        requireRows(foldTable, set.size(), folder);
        for (int row = 0; row < folds.length; row++) {
            folds[row] = Integer.parseInt(column(foldTable, "fold", folder).get(row));
        }
        Map<FeatureName, String> names = rows.columnNames();
        return new OpenSet(
                String.valueOf(folder.getFileName()), set, folds, names, peers(folder, set), seconds(folder));
    }

    private static boolean isSet(Path folder) {
        return Files.exists(folder.resolve(META)) && Files.exists(folder.resolve("folds.csv.gz"));
    }

    private static Map<String, ScoredSample> peers(Path folder, TrainingSet set) throws IOException {
        Path file = folder.resolve("peers_oof.csv.gz");
        if (!Files.exists(file)) {
            return Map.of();
        }
        Map<String, List<String>> table = columns(file);
        requireRows(table, set.size(), folder);
        Set<String> others = new HashSet<>(table.keySet());
        others.removeAll(Set.of("row", "fold", "target"));
        Map<String, ScoredSample> peers = new LinkedHashMap<>();
        for (String peer : others) {
            double[] pds = column(table, peer, folder).stream()
                    .mapToDouble(text -> Math.clamp(Double.parseDouble(text), LEAST_PD, 1 - LEAST_PD))
                    .toArray();
            peers.put(peer, new ScoredSample(pds, set.bads()));
        }
        return peers;
    }

    private static Map<String, Double> seconds(Path folder) throws IOException {
        Path file = folder.resolve("peers.json");
        Map<String, Double> seconds = new HashMap<>();
        if (Files.exists(file)) {
            JsonNode results = json(file).path("results");
            results.propertyNames()
                    .forEach(peer -> seconds.put(
                            peer, results.path(peer).path("cpu_seconds_5folds").asDouble()));
        }
        return seconds;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    private static JsonNode json(Path file) throws IOException {
        requireFile(file);
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    private static Map<String, List<String>> columns(Path file) throws IOException {
        requireFile(file);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = new GZIPInputStream(raw);
                CsvReader<NamedCsvRecord> csv =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord record : csv) {
                List<String> header = record.getHeader();
                for (int i = 0; i < header.size(); i++) {
                    columns.computeIfAbsent(header.get(i), name -> new ArrayList<>())
                            .add(record.getField(i));
                }
            }
        }
        return columns;
    }

    private static List<String> column(Map<String, List<String>> table, String name, Path folder) {
        List<String> column = table.get(name);
        if (column == null) {
            throw new RecordFault(ProblemCode.FILE_MALFORMED, folder + " has no column " + name);
        }
        return column;
    }

    private static void requireRows(Map<String, List<String>> table, int rows, Path folder) {
        List<Violation> violations = table.entrySet().stream()
                .filter(column -> column.getValue().size() != rows)
                .map(column -> new Violation(
                        column.getKey(),
                        "must have " + rows + " rows like data.csv.gz",
                        String.valueOf(column.getValue().size()),
                        "take the files of one release"))
                .toList();
        if (!violations.isEmpty()) {
            throw new RecordFault(ProblemCode.FILE_MALFORMED, "The files of " + folder + " do not fit", violations);
        }
    }

    private static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw new RecordFault(ProblemCode.FILE_MALFORMED, "There is no file " + file);
        }
    }
}
