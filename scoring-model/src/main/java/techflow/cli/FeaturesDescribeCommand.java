package techflow.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import techflow.features.catalog.StandardCatalog;
import techflow.features.definition.Direction;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureName;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.Snapshot;
import techflow.features.store.SignalStore;
import techflow.scoring.wording.LabelText;

/** {@code techflow features describe NAME}: what a feature is, and a worked example from a firm's own signals. */
@Command(
        name = "describe",
        description = "Explains one feature: definition, source, missing values and a worked example",
        mixinStandardHelpOptions = true)
final class FeaturesDescribeCommand implements Callable<Integer> {
    private static final int FIRMS_TRIED = 2_000;

    @Parameters(paramLabel = "NAME", description = "Name of the feature, such as invention_density")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private String name;

    @Option(
            names = "--firm",
            paramLabel = "CODE",
            description = "firm of the example; without it the first one that has a value")
    private Optional<String> firm = Optional.empty();

    @Option(names = "--no-example", description = "print the definition alone")
    private boolean withoutExample;

    @Mixin
    private SignalSource source = new SignalSource();

    @Mixin
    private OutputLanguage language = new OutputLanguage();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandLine.Model.CommandSpec spec;

    private final FeatureCatalog catalog = StandardCatalog.catalog();

    @Override
    public Integer call() {
        FeatureDefinition definition = definition();
        PrintWriter out = spec.commandLine().getOut();
        definition(definition).forEach(out::println);
        if (!withoutExample) {
            out.println();
            out.println(language.of("实例", "Worked example"));
            example(definition).forEach(out::println);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private FeatureDefinition definition() {
        return Stream.of(name)
                .filter(text -> text.matches("[a-z][a-z0-9_]{2,62}"))
                .flatMap(text -> catalog.definition(new FeatureName(text)).stream())
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(), "There is no feature \"" + name + "\" in " + catalog.schema() + near()));
    }

    /** Features that share a word with what was typed. */
    private String near() {
        List<String> words = List.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1));
        String found = catalog.definitions().stream()
                .map(one -> one.name().value())
                .filter(one -> words.stream().anyMatch(word -> word.length() > 2 && one.contains(word)))
                .limit(8)
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? "" : ". Did you mean one of: " + found + "?";
    }

    private List<String> definition(FeatureDefinition of) {
        return List.of(
                of.name() + "   " + language.of(LabelText.of(of)) + "   ("
                        + catalog.schema().version() + ")",
                "  " + language.of("类别", "family") + ": "
                        + language.of(of.family().chinese(), of.family().english()),
                "  " + language.of("定义（含窗口与滞后）", "definition, with window and lag") + ": " + of.description(),
                "  " + language.of("单位与范围", "unit and range") + ": " + unit(of),
                "  " + language.of("方向", "direction") + ": " + direction(of.direction()) + ", " + of.directionReason(),
                "  " + language.of("缺失的含义", "missing means") + ": " + of.missingMeans(),
                "  " + language.of("出处", "source") + ": " + of.source(),
                "  " + language.of("读取的数据", "reads") + ": " + reads(of));
    }

    private String unit(FeatureDefinition of) {
        return of.labels().isEmpty()
                ? of.unit() + ", [" + of.range().low() + ", " + of.range().high() + "]"
                : String.join(" | ", of.labels());
    }

    private String direction(Direction direction) {
        return switch (direction) {
            case SAFER_WHEN_HIGHER -> language.of("越高越安全", "safer when higher");
            case RISKIER_WHEN_HIGHER -> language.of("越高风险越大", "riskier when higher");
            case NONE -> language.of("不设方向", "none");
        };
    }

    private String reads(FeatureDefinition of) {
        return Stream.of(SignalKind.values())
                .filter(of.reads()::contains)
                .map(kind -> language.of(kind.chineseName(), kind.fileStem()))
                .collect(Collectors.joining("; "));
    }

    private List<String> example(FeatureDefinition definition) {
        if (!source.isThere()) {
            return List.of("  "
                    + language.of(
                            "没有数据：先运行 ./techflow up，或用 --data、--database 指定",
                            "no data: run ./techflow up once, or name some with --data or --database"));
        }
        return source.read((store, bound) -> firm.map(SignalSource::enterprise)
                .or(() -> first(store, bound, definition))
                .map(enterprise -> example(store, bound, definition, enterprise))
                .orElse(List.of("  " + language.of("没有一家企业有该指标的值", "no firm has a value of it"))));
    }

    private List<String> example(
            SignalStore store, FeatureCatalog bound, FeatureDefinition definition, EnterpriseId enterprise) {
        List<Signal> history = store.history(enterprise);
        Snapshot snapshot = source.snapshot(store, enterprise);
        return WorkedExample.of(bound, definition, snapshot, history).lines(language).stream()
                .map(line -> "  " + line)
                .toList();
    }

    /** The first of the store's firms, by code, with a value within its range; else one with a value at its end. */
    private Optional<EnterpriseId> first(SignalStore store, FeatureCatalog bound, FeatureDefinition definition) {
        Optional<EnterpriseId> known = Optional.empty();
        try (Stream<SignalStore.History> histories = store.histories()) {
            for (java.util.Iterator<SignalStore.History> firms =
                            histories.limit(FIRMS_TRIED).iterator();
                    firms.hasNext(); ) {
                SignalStore.History history = firms.next();
                FeatureValue value = WorkedExample.value(
                        bound, definition, Snapshot.cut(history.enterprise(), source.asOf(), history.signals()));
                if (value instanceof FeatureValue.Missing) {
                    continue;
                }
                if (!(value instanceof FeatureValue.Numeric numeric)
                        || (numeric.value() > definition.range().low()
                                && numeric.value() < definition.range().high())) {
                    return Optional.of(history.enterprise());
                }
                known = known.or(() -> Optional.of(history.enterprise()));
            }
        }
        return known;
    }
}
