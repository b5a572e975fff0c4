package techflow.scoring.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.problem.PlatformFault;

class NativeLibraryTest {
    /** What the other process runs: a broken OpenMP library lies before the real one. */
    static final class Opening {
        public static void main(String[] args) {
            try {
                NativeLibrary.require();
                System.out.println("loaded");
            } catch (PlatformFault fault) {
                System.out.println(fault.code() + ": " + fault.getMessage());
            }
        }
    }

    @Test
    void a_machine_without_openmp_hears_what_to_install(@TempDir Path folder) throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux looks at LD_LIBRARY_PATH");
        Files.createFile(folder.resolve("libgomp.so.1"));
        ProcessBuilder other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName())
                .redirectErrorStream(true);
        other.environment().put("LD_LIBRARY_PATH", folder.toString());
        Process process = other.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(said).contains("INTERNAL: XGBoost's native library cannot be loaded", "libgomp1", "apt-get install");
    }
}
