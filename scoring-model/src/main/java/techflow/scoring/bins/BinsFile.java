package techflow.scoring.bins;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import techflow.features.definition.FeatureName;
import techflow.problem.ModelFault;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;

/**
 * The bins of many features as experts reviewed them.
 *
 * @param schema version of the feature schema that they belong to
 * @param data the data they were counted on, in words
 * @param features in the order of the schema
 * @param lock whoever froze them; empty while they may be edited
 */
public record BinsFile(String schema, String data, List<FeatureBins> features, Optional<Lock> lock) {
    public BinsFile {
        features = List.copyOf(features);
    }

    /** SHA-256 of the content without the lock: comments and layout of the file do not matter, every value does. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] content = BinsYaml.write(unlocked()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public Optional<FeatureBins> feature(FeatureName name) {
        return features.stream().filter(one -> one.feature().equals(name)).findFirst();
    }

    /** Frozen as it is. */
    public BinsFile locked(String by, Instant at) {
        requireUnlocked();
        return new BinsFile(schema, data, features, Optional.of(new Lock(by, at, sha256())));
    }

    /** One feature changed. @throws ModelFault SETTING_INVALID when the file is locked */
    public BinsFile with(FeatureName name, UnaryOperator<FeatureBins> change) {
        requireUnlocked();
        return new BinsFile(
                schema,
                data,
                features.stream()
                        .map(one -> one.feature().equals(name) ? change.apply(one) : one)
                        .toList(),
                lock);
    }

    /** @throws ModelFault SETTING_INVALID when the content is not what was locked */
    public BinsFile requireUntouched() {
        String found = sha256();
        lock.filter(one -> !one.sha256().equals(found)).ifPresent(one -> {
            throw new ModelFault(
                    ProblemCode.SETTING_INVALID,
                    "The bins were changed after %s locked them at %s: the lock says SHA-256 %s, the content has %s; restore the file, or take the lock out and have it reviewed and locked anew"
                            .formatted(one.by(), one.at(), one.sha256(), found),
                    Parameter.safe("locked", one.sha256()),
                    Parameter.safe("found", found));
        });
        return this;
    }

    private BinsFile unlocked() {
        return new BinsFile(schema, data, features, Optional.empty());
    }

    private void requireUnlocked() {
        lock.ifPresent(one -> {
            throw new ModelFault(
                    ProblemCode.SETTING_INVALID,
                    "The bins were locked by %s at %s and cannot be changed; copy the file, take the lock out of the copy and edit that"
                            .formatted(one.by(), one.at()),
                    Parameter.safe("lockedAt", one.at()));
        });
    }
}
