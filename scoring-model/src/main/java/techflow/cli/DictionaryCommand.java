package techflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import techflow.datasets.dictionary.DataDictionary;
import techflow.features.catalog.StandardCatalog;

/** {@code techflow dictionary}: every signal column and every feature. */
@Command(
        name = "dictionary",
        description = "Prints the data dictionary: every signal column and every feature",
        mixinStandardHelpOptions = true)
final class DictionaryCommand implements Runnable {
    /** What to print. */
    enum Format {
        MARKDOWN,
        JSON_SCHEMA,
        CSV_TEMPLATES;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads the words as they are printed, with hyphens. */
    static final class Words implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            for (Format format : Format.values()) {
                if (format.word().equalsIgnoreCase(word)) {
                    return format;
                }
            }
            throw new TypeConversionException("must be markdown, json-schema or csv-templates, found \"" + word + "\"");
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "markdown",
            converter = Words.class,
            description = "markdown: signals and features; json-schema: a row of each kind (draft 2020-12);"
                    + " csv-templates: header and example row of each kind (${DEFAULT-VALUE})")
    private Format format = Format.MARKDOWN;

    @Option(names = "--out", paramLabel = "DIR", description = "write all formats there instead")
    private Optional<Path> folder = Optional.empty();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (folder.isPresent()) {
            DataDictionary.write(StandardCatalog.catalog(), folder.get());
            out.println("Written to " + folder.get());
        } else {
            switch (format) {
                case MARKDOWN -> out.println(DataDictionary.of(StandardCatalog.catalog()));
                case JSON_SCHEMA -> out.print(DataDictionary.schema());
                case CSV_TEMPLATES ->
                    DataDictionary.templates().forEach((file, text) -> out.println("# " + file + "\n" + text));
            }
        }
        out.flush();
    }
}
