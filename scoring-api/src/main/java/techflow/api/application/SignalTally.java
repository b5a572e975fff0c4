package techflow.api.application;

import java.util.ArrayList;
import java.util.List;
import techflow.problem.Violation;

/** Counts what becomes of delivered rows and keeps the first of those that are refused. One thread at a time. */
public final class SignalTally {
    private final int listed;
    private final List<Rejected> rejects = new ArrayList<>();
    private final List<Long> conflictLines = new ArrayList<>();
    private long inserted;
    private long duplicates;
    private long conflicts;
    private long rejected;

    /** A row that breaks its contract. */
    public record Rejected(long line, List<Violation> violations) {}

    /** @param listed most rejects, and most conflicts, that are told one by one */
    public SignalTally(int listed) {
        this.listed = listed;
    }

    void reject(long line, List<Violation> violations) {
        rejected++;
        if (rejects.size() < listed) {
            rejects.add(new Rejected(line, violations));
        }
    }

    void count(long line, SignalSink.Fate fate) {
        switch (fate) {
            case INSERTED -> inserted++;
            case DUPLICATE -> duplicates++;
            case CONFLICT -> {
                conflicts++;
                if (conflictLines.size() < listed) {
                    conflictLines.add(line);
                }
            }
        }
    }

    public long read() {
        return inserted + duplicates + conflicts + rejected;
    }

    public long inserted() {
        return inserted;
    }

    public long duplicates() {
        return duplicates;
    }

    public long conflicts() {
        return conflicts;
    }

    public long rejected() {
        return rejected;
    }

    /** The first of the rejected rows. */
    public List<Rejected> rejects() {
        return List.copyOf(rejects);
    }

    /** The lines of the first rows that contradict what is stored. */
    public List<Long> conflictLines() {
        return List.copyOf(conflictLines);
    }
}
