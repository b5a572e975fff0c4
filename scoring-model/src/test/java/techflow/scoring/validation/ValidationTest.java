package techflow.scoring.validation;

import org.junit.jupiter.api.Test;
import techflow.scoring.artifact.ModelArtifact;
import techflow.scoring.testing.SmallWorld;
import techflow.scoring.validation.document.HtmlWriter;
import techflow.scoring.validation.report.ReportFiles;

class ValidationTest {
    private static final SmallWorld WORLD = new SmallWorld(SmallValidation.SEED, 12_000);
    private static final ModelArtifact MODEL = WORLD.train("1").artifact();
    private static final ValidationReport REPORT = SmallValidation.run(SmallValidation.subject(WORLD, MODEL));

    @Test
    void look() throws Exception {
        java.nio.file.Files.createDirectories(java.nio.file.Path.of("/tmp/v/small"));
        new ReportFiles(REPORT).write(java.nio.file.Path.of("/tmp/v/small"), HtmlWriter.Language.BOTH);
        REPORT.verdicts().rows().forEach(System.out::println);
    }
}
