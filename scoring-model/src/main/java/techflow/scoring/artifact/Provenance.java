package techflow.scoring.artifact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a model came to be, as far as two runs of the same training have it in common: enough to train it again and to
 * compare hashes. What differs from run to run (time, processor, threads) stands in the run's record, never here.
 *
 * @param code the program that trained
 * @param data the files, and how they were cut
 * @param configSha256 hash of the configuration file's bytes, empty when none was given
 * @param binsSha256 hash of the file of reviewed bins, likewise
 * @param stewardship who watches the model and until when it may be used
 */
public record Provenance(
        Code code, Data data, Optional<String> configSha256, Optional<String> binsSha256, Stewardship stewardship) {
    /**
     * A version of the program.
     *
     * @param commit git commit, empty outside a checkout
     * @param dirty whether the sources differed from that commit
     * @param build version that the build wrote into the jar
     */
    public record Code(Optional<String> commit, boolean dirty, String build) {
        /** Such as {@code 144f07e1c0de (changed) 0.2.0}. */
        public String describe() {
            String shortCommit = commit.map(hash -> hash.substring(0, Math.min(12, hash.length())))
                    .orElse("no git checkout");
            return shortCommit + (dirty ? " (changed) " : " ") + build;
        }
    }

    /**
     * The training data.
     *
     * @param files every file that training reads, ordered by name
     * @param asOfs as-of days, ascending
     * @param calibrationAsOfs how many of the days calibrate
     * @param holdOutAsOfs how many of the days test
     * @param knownBefore knowledge cut-off: nothing known at or after this instant entered any feature
     * @param outcomeMonths length of the label window, months from the as-of day
     * @param exclusions firms at as-of days that were left out, by reason
     */
    public record Data(
            List<DataFile> files,
            List<LocalDate> asOfs,
            int calibrationAsOfs,
            int holdOutAsOfs,
            Instant knownBefore,
            int outcomeMonths,
            Map<String, Long> exclusions) {
        public Data {
            files = files.stream().sorted(Comparator.comparing(DataFile::name)).toList();
            asOfs = List.copyOf(asOfs);
            exclusions = Collections.unmodifiableMap(new TreeMap<>(exclusions));
        }
    }

    /**
     * A file of the data folder.
     *
     * @param name path within the folder, with slashes
     * @param sha256 hash of its bytes
     * @param bytes its length
     * @param rows its lines without the header
     */
    public record DataFile(String name, String sha256, long bytes, long rows) {}

    /**
     * Who answers for the model.
     *
     * @param monitoringOwner who watches it, empty when nobody was named
     * @param expiresOn last day on which it may be used without a new validation, empty when none was set
     */
    public record Stewardship(Optional<String> monitoringOwner, Optional<LocalDate> expiresOn) {
        public static final Stewardship NONE = new Stewardship(Optional.empty(), Optional.empty());
    }

    /** The same with one more reason for which rows were left out; no rows, no reason. */
    public Provenance excluding(String reason, long rows) {
        if (rows == 0) {
            return this;
        }
        Map<String, Long> more = new TreeMap<>(data.exclusions());
        more.merge(reason, rows, Long::sum);
        Data counted = new Data(
                data.files(),
                data.asOfs(),
                data.calibrationAsOfs(),
                data.holdOutAsOfs(),
                data.knownBefore(),
                data.outcomeMonths(),
                more);
        return new Provenance(code, counted, configSha256, binsSha256, stewardship);
    }
}
