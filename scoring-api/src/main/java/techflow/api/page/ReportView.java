package techflow.api.page;

import java.util.List;

/** One report as finished text in one language; the template only places it. */
record ReportView(
        Header header,
        boolean scored,
        List<String> notScored,
        Standing standing,
        Verdict verdict,
        List<String> warnings,
        Why why,
        NextGrade nextGrade,
        Technology technology,
        List<Certificate> certificates,
        Data data,
        List<Family> families) {
    /**
     * Whether the score rests on all that it should, and where it goes.
     *
     * @param status scored, degraded or not scored
     * @param degraded which essential sources are absent or too old; empty when none is
     * @param trend against the score before, empty when there is none
     */
    record Standing(String status, List<String> degraded, String trend) {}

    /** Who, as of when, by which model. */
    record Header(
            String name,
            String uscc,
            boolean placeholder,
            String asOf,
            String validUntil,
            String scoredAt,
            String purpose,
            String authorisationId,
            String model,
            String featureSet,
            String scoreId) {}

    /** The numbers that matter; empty text where a firm was not scored. */
    record Verdict(
            String score, String grade, String pd, PdRange pdRange, String pdInWords, String range, Scale scale) {}

    /** Where the PD lies for most samples; empty texts when the model does not tell. */
    record PdRange(String level, String ends) {}

    /** The bar of scores in units of its drawing, 0 to 1000 across. */
    record Scale(List<Band> bands, double marker, String low, String high) {}

    /** One credit grade on the bar. */
    record Band(String grade, double x, double width, double middle, boolean current) {}

    /** Reasons. */
    record Why(String reference, String baseline, String points, List<Line> adverse, List<Line> supportive) {}

    /** One reason; bar from 0 to 100. */
    record Line(String name, String value, String reference, String points, double bar, String sources) {}

    /**
     * What the next better grade would take.
     *
     * @param asked false when it cannot be told: not scored, R1 already, or another model answers by now
     * @param grade that would be reached, empty when no change was found
     * @param score that it would give
     * @param changes what would have to change, all at once
     */
    record NextGrade(boolean asked, String grade, String score, List<Change> changes) {
        static final NextGrade NOT_ASKED = new NextGrade(false, "", "", List.of());
    }

    /** One figure, from and to. */
    record Change(String name, String before, String after) {}

    /** The technology side. */
    record Technology(
            String grade,
            String gradeBefore,
            String index,
            List<String> corrections,
            List<Dimension> dimensions,
            String settings,
            String note,
            String innovation,
            String innovationStage,
            String innovationNote,
            List<String> published) {}

    /**
     * One published rule; its lines unfold.
     *
     * @param sign a mark that tells the answer without colour
     * @param style MET, NOT_MET, OPEN or POINTS
     */
    record Certificate(
            String name,
            String sign,
            String answer,
            String style,
            String points,
            String held,
            String missing,
            String sources,
            List<CertificateRow> rows) {}

    /** One rated line or condition of a rule. */
    record CertificateRow(String points, String name, String found, String band, String source) {}

    /** One dimension; bar from 0 to 100. */
    record Dimension(String name, String score, double bar, String weight, boolean known) {}

    /** How much was known; the level, A to D, is empty in a report of a release without it. */
    record Data(String ratio, String level, double bar, List<String> missing, List<Source> sources) {}

    /** One kind of signal. */
    record Source(String name, String signals, String occurred, String known, String systems, boolean present) {}

    /** The indicators of one family. */
    record Family(String name, long known, List<Indicator> indicators) {}

    /** One indicator. */
    record Indicator(String name, String description, String value, boolean missing, boolean inModel, String source) {}
}
