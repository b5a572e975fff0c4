package techflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.problem.PlatformFault;

class SparkRunTest {
    @TempDir
    private Path root;

    @Test
    void the_engine_is_spark_with_or_without_a_master() {
        assertThat(Stream.of("spark", "spark:local[2]", "spark:spark://10.0.0.1:7077"))
                .allMatch(SparkRun::isAskedBy);
        assertThat(Stream.of("local", "sparkling", "")).noneMatch(SparkRun::isAskedBy);
        assertThat(SparkRun.master("spark")).isEqualTo("local[*]");
        assertThat(SparkRun.master("spark:")).isEqualTo("local[*]");
        assertThat(SparkRun.master("spark:local[2]")).isEqualTo("local[2]");
        assertThat(SparkRun.master("spark:spark://10.0.0.1:7077")).isEqualTo("spark://10.0.0.1:7077");
    }

    @Test
    void the_child_gets_the_job_jar_sparks_jars_and_the_words_but_no_password() throws IOException {
        Path target = Files.createDirectories(root.resolve("feature-pipeline/spark/target"));
        Path jar = Files.createFile(target.resolve("techflow-spark-9-job.jar"));
        DatabaseUrl database = DatabaseUrl.parse("postgresql://me:secret@localhost:5432/techflow");

        List<String> command =
                new SparkRun("local[2]", List.of("--signals", "postgres"), Optional.of(database)).command(root);

        assertThat(command)
                .contains("-Dspark.master=local[2]", "-Dspark.jars=" + jar)
                .contains(jar + File.pathSeparator + target.resolve("spark-home/jars/*"))
                .endsWith("techflow.features.engine.spark.SparkFeatureJob", "--signals", "postgres")
                .noneMatch(word -> word.contains("secret"));
    }

    @Test
    void an_engine_that_is_not_built_says_how_to_build_it() {
        PlatformFault fault = catchThrowableOfType(
                PlatformFault.class, () -> new SparkRun("local[2]", List.of(), Optional.empty()).command(root));

        assertThat(fault).hasMessageContaining("./techflow");
    }

    @Test
    void the_command_lines_class_path_never_holds_spark() {
        List<String> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .toList();

        assertThat(jars).as("the class path is seen").anyMatch(jar -> jar.startsWith("picocli-"));
        assertThat(jars).noneMatch(jar -> jar.matches("(spark|scala|techflow-spark)-.*\\.jar"));
        assertThat(SparkRun.class.getResource("/org/apache/spark/SparkContext.class"))
                .isNull();
    }
}
