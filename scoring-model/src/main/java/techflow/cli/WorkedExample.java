package techflow.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import techflow.features.definition.FeatureCatalog;
import techflow.features.definition.FeatureDefinition;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.Column;
import techflow.features.signal.Signal;
import techflow.features.signal.SignalDecoder;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;
import techflow.features.snapshot.AsOf;
import techflow.features.snapshot.Snapshot;
import techflow.scoring.wording.ValueText;

/**
 * One feature on one snapshot: its value, and the signals that it looked at. A signal is marked when the value would be
 * another without it, found by leaving it out.
 *
 * @param definition the feature
 * @param snapshot the firm as of an instant
 * @param value what the feature is there
 * @param signals the signals of the kinds that it reads, in the snapshot's order
 */
record WorkedExample(FeatureDefinition definition, Snapshot snapshot, FeatureValue value, List<Used> signals) {
    private static final int SHOWN = 24;
    private static final int TRIED = 600;

    /**
     * A signal that the feature could look at.
     *
     * @param signal the version known then
     * @param decisive whether the value would be another without the observation
     */
    record Used(Signal signal, boolean decisive) {}

    /** @param catalog bound to the peer tables by which a rank among peers is told */
    static WorkedExample of(
            FeatureCatalog catalog, FeatureDefinition definition, Snapshot snapshot, Collection<Signal> history) {
        FeatureValue value = value(catalog, definition, snapshot);
        List<Used> signals = new ArrayList<>();
        for (SignalKind kind : SignalKind.values()) {
            if (definition.reads().contains(kind)) {
                for (Signal signal : snapshot.signals(kind, kind.type())) {
                    signals.add(new Used(
                            signal,
                            signals.size() < TRIED && decides(catalog, definition, snapshot, history, signal, value)));
                }
            }
        }
        return new WorkedExample(definition, snapshot, value, signals);
    }

    /** A rank is told by the whole catalogue, from the firm's other features. */
    static FeatureValue value(FeatureCatalog catalog, FeatureDefinition definition, Snapshot snapshot) {
        return definition.rankOf().isPresent()
                ? catalog.compute(snapshot).value(definition.name())
                : definition.valueOn(snapshot);
    }

    private static boolean decides(
            FeatureCatalog catalog,
            FeatureDefinition definition,
            Snapshot snapshot,
            Collection<Signal> history,
            Signal left,
            FeatureValue value) {
        AsOf asOf = snapshot.asOf();
        List<Signal> without = history.stream()
                .filter(one -> one.kind() != left.kind() || !one.naturalKey().equals(left.naturalKey()))
                .toList();
        return !value(catalog, definition, Snapshot.cut(snapshot.enterprise(), asOf, without))
                .equals(value);
    }

    /** The example for people: the decisive signals before the others where not all can be shown. */
    List<String> lines(OutputLanguage language) {
        List<String> lines = new ArrayList<>();
        lines.add(code() + "  " + language.of("时点", "as of") + " "
                + snapshot.asOf().date());
        lines.add("  " + definition.name() + " = " + exact() + "   " + language.of(ValueText.of(definition, value)));
        List<Used> shown = shown();
        lines.add("  "
                + language.of("用到的数据（● 去掉后结果会改变）", "signals it looked at (● the value would be another without it)")
                + ": " + signals.size());
        shown.forEach(one -> lines.add("    " + (one.decisive() ? "● " : "  ") + describe(one.signal())));
        if (shown.size() < signals.size()) {
            lines.add("    … " + (signals.size() - shown.size()) + " " + language.of("条未列出", "more"));
        }
        return lines;
    }

    /** A placeholder code is nobody's. */
    private String code() {
        return snapshot.enterprise().isPlaceholder()
                ? snapshot.enterprise().code()
                : snapshot.enterprise().masked();
    }

    private List<Used> shown() {
        List<Used> decisive = signals.stream().filter(Used::decisive).toList();
        int from = Math.max(0, decisive.size() - SHOWN);
        List<Used> last = decisive.subList(from, decisive.size());
        int room = SHOWN - last.size();
        List<Used> others = signals.stream().filter(one -> !one.decisive()).toList();
        List<Used> fill = others.subList(Math.max(0, others.size() - room), others.size());
        return signals.stream()
                .filter(one -> last.contains(one) || fill.contains(one))
                .toList();
    }

    private String exact() {
        return switch (value) {
            case FeatureValue.Numeric numeric -> Double.toString(numeric.value());
            case FeatureValue.Category category -> category.label();
            case FeatureValue.Missing missing -> "missing (" + missing.reason() + ")";
        };
    }

    /** Day, since when it was known, kind and source, then every cell that is not empty. */
    private static String describe(Signal signal) {
        SignalFormat format = SignalFormat.of(signal.kind());
        List<String> cells = SignalDecoder.encodeOwn(signal);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s known %s  %-18s %s ",
                signal.occurredAt(),
                new AsOf(signal.knownAt()).date(),
                signal.kind().fileStem(),
                signal.header().source()));
        for (int i = 0; i < cells.size(); i++) {
            Column<?> column = format.columns().get(i);
            if (!cells.get(i).isEmpty()) {
                text.append(' ').append(column.name()).append('=').append(cells.get(i));
            }
        }
        return text.toString();
    }
}
