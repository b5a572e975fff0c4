package techflow.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What the test server has used of the processors, its background processes included; for benchmarks, on Linux. */
public final class ServerCpu {
    private static final double TICKS_PER_SECOND = 100;

    private final long postmaster;

    private ServerCpu(long postmaster) {
        this.postmaster = postmaster;
    }

    /** Of the server that holds the database. */
    public static ServerCpu of(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            ProcessHandle backend = ProcessHandle.of(row.getLong(1)).orElseThrow();
            return new ServerCpu(backend.parent().orElseThrow().pid());
        }
    }

    /**
     * Of the postmaster, its processes, and those that have ended. Between the end of a process and the postmaster's notice
     * of it its time stands nowhere, so that the sum is made anew until the postmaster's own did not change meanwhile.
     */
    public double seconds() throws IOException {
        long before;
        long children;
        do {
            before = ticks(postmaster, true);
            children = 0;
            for (ProcessHandle process :
                    ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
                children += ticks(process.pid(), false);
            }
        } while (before != ticks(postmaster, true));
        return (before + children) / TICKS_PER_SECOND;
    }

    /** Fields 14 to 17 of /proc/PID/stat; source: proc(5). */
    private static long ticks(long pid, boolean withEndedChildren) throws IOException {
        String text;
        try {
            text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        } catch (NoSuchFileException e) {
            return 0;
        }
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return withEndedChildren ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }
}
