package techflow.features.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is inside the packaged job. */
@Tag("cluster")
class SlimJarTest {
    @Test
    void it_holds_our_classes_and_what_spark_does_not_bring_and_nothing_else() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("techflow.spark.job"))) {
            List<String> packages = jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .map(name -> Path.of(name).subpath(0, 2).toString())
                    .distinct()
                    .sorted()
                    .toList();

            assertThat(packages)
                    .containsExactlyInAnyOrder(
                            "de/siegmar", "org/jspecify", "org/postgresql", "techflow/features", "techflow/problem");
            assertThat(jar.getEntry("META-INF/services/java.sql.Driver")).isNotNull();
            assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                    .isEqualTo(SparkFeatureJob.class.getName());
        }
    }
}
