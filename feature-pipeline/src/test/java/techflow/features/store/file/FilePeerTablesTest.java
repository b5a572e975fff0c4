package techflow.features.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import techflow.features.PeerWorld;
import techflow.features.peer.PeerTable;
import techflow.features.store.PeerTableStore;
import techflow.features.store.PeerTableStoreKit;
import techflow.problem.ModelFault;

class FilePeerTablesTest extends PeerTableStoreKit {
    @TempDir
    private Path folder;

    @Override
    protected PeerTableStore empty() {
        return new FilePeerTables(folder.resolve("peers"));
    }

    @Test
    void a_changed_file_is_refused_and_nothing_but_whole_tables_is_left_behind() throws IOException {
        PeerTable table = PeerWorld.world().tables().all().getFirst();
        empty().save(table);
        List<Path> files;
        try (Stream<Path> found = Files.list(folder.resolve("peers"))) {
            files = found.toList();
        }
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.toString()).endsWith("peers-2022-01-01-" + table.id() + ".txt"));
        Files.writeString(files.getFirst(), table.text().replaceFirst("firms .*", "firms 7"));
        assertThatExceptionOfType(ModelFault.class)
                .isThrownBy(() -> empty().find(table.id()))
                .withMessageContaining("must have the id");
    }
}
