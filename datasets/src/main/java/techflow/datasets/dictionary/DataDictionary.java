package techflow.datasets.dictionary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import techflow.features.definition.FeatureCatalog;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;

/** Prints what every signal and every feature is, in Markdown, and gives CSV templates to fill in. */
public final class DataDictionary {
    private DataDictionary() {}

    /** The whole dictionary in Markdown: signals, then the features of the catalogue. */
    public static String of(FeatureCatalog catalog) {
        return signals() + "\n" + features(catalog);
    }

    /** The signals in Markdown: for each kind its file and columns. */
    public static String signals() {
        return SignalDictionary.markdown();
    }

    /** The features of a catalogue in Markdown, by family. */
    public static String features(FeatureCatalog catalog) {
        return FeatureDictionary.markdown(catalog);
    }

    /** CSV templates by file name: the header line and one made-up example row of each kind. */
    public static Map<String, String> templates() {
        return SignalDictionary.templates();
    }

    /** JSON Schemas (draft 2020-12) by file name: the row of each kind. */
    public static Map<String, String> schemas() {
        return SignalSchema.all();
    }

    /** All of {@link #schemas()} in one schema, under {@code $defs}, by the name of the kind. */
    public static String schema() {
        return SignalSchema.together();
    }

    /**
     * Writes {@code DICTIONARY.md}, {@code templates/<kind>.csv} and {@code schemas/<kind>.schema.json}, replacing earlier
     * ones.
     *
     * @throws PlatformFault STORE_UNAVAILABLE when the directory cannot be written
     */
    public static void write(FeatureCatalog catalog, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("DICTIONARY.md"), of(catalog), StandardCharsets.UTF_8);
            write(directory.resolve("templates"), templates());
            write(directory.resolve("schemas"), schemas());
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE, directory + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
    }
}
