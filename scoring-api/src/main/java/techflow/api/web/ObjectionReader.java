package techflow.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import techflow.api.application.Objection;
import techflow.features.definition.FeatureCatalog;
import techflow.features.signal.EnterpriseId;
import techflow.features.signal.SignalKind;
import techflow.problem.RecordFault;

/** Reads and checks objections and their answers; every broken rule is told at once. */
public final class ObjectionReader {
    /** The members of a claim. */
    public static final String USCC = "uscc";

    private static final String ITEM_KIND = "itemKind";
    private static final String ITEM = "item";
    private static final String STATEMENT = "statement";
    private static final List<String> CLAIM = List.of(USCC, ITEM_KIND, ITEM, STATEMENT);
    private static final String OUTCOME = "outcome";
    private static final String TEXT = "text";
    private static final String CORRECTION = "correction";
    private static final List<String> ANSWER = List.of(OUTCOME, TEXT, CORRECTION);
    private static final int LONGEST_ITEM = 200;
    private static final int LONGEST_TEXT = 2_000;

    private final FeatureCatalog catalog;

    /** @param catalog the features that can be objected to */
    public ObjectionReader(FeatureCatalog catalog) {
        this.catalog = catalog;
    }

    /** What was answered; the correction is empty for other outcomes than CORRECTED. */
    public record Reply(Objection.Outcome outcome, String text, String correction) {}

    /** @throws RecordFault REQUEST_INVALID with all violations */
    public Objection.Claim claim(byte[] body) {
        return claim(RequestFields.json(body, CLAIM));
    }

    /** The same from a form. @throws RecordFault likewise */
    public Objection.Claim claim(Map<String, List<String>> form) {
        return claim(RequestFields.form(form, CLAIM));
    }

    /** @throws RecordFault REQUEST_INVALID with all violations */
    public static Reply reply(byte[] body) {
        return reply(RequestFields.json(body, ANSWER));
    }

    /** The same from a form. @throws RecordFault likewise */
    public static Reply reply(Map<String, List<String>> form) {
        return reply(RequestFields.form(form, ANSWER));
    }

    private Objection.Claim claim(RequestFields fields) {
        Optional<String> code = fields.required(USCC, "send the 18-character code of who objects");
        code.ifPresent(text -> fields.violate(EnterpriseId.violations(USCC, text)));
        Optional<Objection.ItemKind> kind = fields.word(ITEM_KIND, Objection.ItemKind.class);
        Optional<String> item = fields.prose(ITEM, 1, LONGEST_ITEM, "name what is objected to");
        if (kind.isPresent() && item.isPresent()) {
            checkItem(kind.get(), item.get(), fields);
        }
        Optional<String> statement =
                fields.prose(STATEMENT, 1, LONGEST_TEXT, "send what the enterprise says, in its own words");
        fields.require();
        return new Objection.Claim(
                new EnterpriseId(code.orElseThrow()), kind.orElseThrow(), item.orElseThrow(), statement.orElseThrow());
    }

    private void checkItem(Objection.ItemKind kind, String item, RequestFields fields) {
        switch (kind) {
            case SIGNAL -> {
                if (!isSignal(item)) {
                    fields.violate(
                            ITEM,
                            "must be a kind of signal, a slash and the natural key",
                            item,
                            "send for instance COURT_RECORD/ and the number of the case");
                }
            }
            case FEATURE -> {
                if (catalog.definitions().stream()
                        .noneMatch(one -> one.name().value().equals(item))) {
                    fields.violate(ITEM, "must be the name of a feature", item, "see explanation.contributions");
                }
            }
            case SCORE -> {} // whether the tenant has it is found out when it is filed
        }
    }

    private static boolean isSignal(String item) {
        int slash = item.indexOf('/');
        return slash > 0
                && slash < item.length() - 1
                && Arrays.stream(SignalKind.values())
                        .anyMatch(kind -> kind.name().equals(item.substring(0, slash)));
    }

    private static Reply reply(RequestFields fields) {
        Optional<Objection.Outcome> outcome = fields.word(OUTCOME, Objection.Outcome.class);
        Optional<String> text = fields.prose(TEXT, 1, LONGEST_TEXT, "send the written answer");
        boolean corrected = outcome.filter(Objection.Outcome.CORRECTED::equals).isPresent();
        Optional<String> correction = corrected
                ? fields.prose(CORRECTION, 1, LONGEST_ITEM, "name the load or the signal that corrects the item")
                : fields.text(CORRECTION);
        if (!corrected && correction.isPresent()) {
            fields.violate(CORRECTION, "goes with CORRECTED only", correction.get(), "leave it out");
        }
        fields.require();
        return new Reply(outcome.orElseThrow(), text.orElseThrow(), correction.orElse(""));
    }
}
