package techflow.scoring.validation.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import techflow.problem.Parameter;
import techflow.problem.PlatformFault;
import techflow.problem.ProblemCode;
import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Document;
import techflow.scoring.validation.document.HtmlWriter;
import techflow.scoring.wording.Bilingual;

/** A validation as two files: one page for people, one document for machines, with the same numbers. */
public final class ReportFiles {
    /** The page. */
    public static final String HTML = "report.html";

    /** What the registry is shown when a model is promoted. */
    public static final String JSON = "report.json";

    private static final List<Chapter> CHAPTERS = List.of(
            new SummaryChapter(),
            new PurposeChapter(),
            new DataChapter(),
            new SoundnessChapter(),
            new DiscriminationChapter(),
            new CalibrationChapter(),
            new StabilityChapter(),
            new SensitivityChapter(),
            new ExplanationChapter(),
            new BenchmarkChapter(),
            new ImplementationChapter(),
            new LimitsChapter(),
            new FairnessChapter(),
            new SignOffChapter(),
            new LawChapter());

    private final ValidationReport report;
    private final Document document;

    public ReportFiles(ValidationReport report) {
        this.report = report;
        this.document = new Document(
                new Bilingual("模型验证报告", "Model validation report"),
                subtitle(report),
                CHAPTERS.stream().map(chapter -> chapter.section(report)).toList());
    }

    /**
     * Writes both files into a folder, which is made when missing.
     *
     * @throws PlatformFault STORE_UNAVAILABLE when it cannot be written to
     */
    public void write(Path folder, HtmlWriter.Language language) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(HTML), html(language), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(JSON), json(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PlatformFault(
                    ProblemCode.STORE_UNAVAILABLE,
                    "The validation report cannot be written to " + folder + ": " + e.getMessage(),
                    e,
                    Parameter.safe("folder", folder));
        }
    }

    public String html(HtmlWriter.Language language) {
        return new HtmlWriter(document, language).html();
    }

    public String json() {
        return ReportJson.write(report, document);
    }

    private static Bilingual subtitle(ValidationReport report) {
        var manifest = report.subject().artifact().manifest();
        String model = manifest.modelId() + " " + manifest.version() + " · "
                + report.subject().sha256().substring(0, 16) + "…";
        var way = report.subject().rows().way();
        List<java.time.LocalDate> days = report.subject().rows().tested().days();
        String time = " " + days.getFirst() + (days.size() > 1 ? " – " + days.getLast() : "");
        return new Bilingual(
                model + " · " + way.chinese() + time + (report.synthetic() ? " · 合成数据" : ""),
                model + " · " + way.english() + time + (report.synthetic() ? " · synthetic data" : ""));
    }
}
