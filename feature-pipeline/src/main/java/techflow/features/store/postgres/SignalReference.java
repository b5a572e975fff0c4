package techflow.features.store.postgres;

import java.util.ArrayList;
import java.util.List;
import techflow.features.signal.SignalFormat;
import techflow.features.signal.SignalKind;

/**
 * What the rows of one kind refer to in another, within the same firm: every row to the firm's profile, and every row that
 * bears the number of a patent to that patent. The kinds that do so follow from their columns.
 *
 * @param column the column that refers
 * @param target the kind referred to
 * @param position where the column stands among the kind's own; -1 for the firm itself
 */
public record SignalReference(String column, SignalKind target, int position) {
    /** The column that identifies a patent, wherever it stands. */
    private static final String PATENT_NUMBER = "application_no";

    private static final int FIRM = -1;

    /** The references of a kind. */
    public static List<SignalReference> of(SignalKind kind) {
        List<SignalReference> references = new ArrayList<>();
        if (kind != SignalKind.ENTERPRISE_PROFILE) {
            references.add(
                    new SignalReference(SignalFormat.HEADER_COLUMNS.getFirst(), SignalKind.ENTERPRISE_PROFILE, FIRM));
        }
        List<String> own = SignalFormat.of(kind).columns().stream()
                .map(column -> column.name())
                .toList();
        if (kind != SignalKind.PATENT && own.contains(PATENT_NUMBER)) {
            references.add(new SignalReference(PATENT_NUMBER, SignalKind.PATENT, own.indexOf(PATENT_NUMBER)));
        }
        return references;
    }

    boolean isFirm() {
        return position == FIRM;
    }
}
