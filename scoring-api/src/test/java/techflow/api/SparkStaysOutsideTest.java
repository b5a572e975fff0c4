package techflow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Spark engine is another process: nothing of it comes near the service. */
class SparkStaysOutsideTest {
    @Test
    void the_services_class_path_never_holds_spark() {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .toList();

        assertThat(jars).as("the class path is seen").anyMatch(jar -> jar.startsWith("spring-core-"));
        assertThat(jars).noneMatch(jar -> jar.matches("(spark|scala|hadoop|techflow-spark)-.*\\.jar"));
        assertThat(getClass().getResource("/org/apache/spark/SparkContext.class"))
                .isNull();
    }
}
