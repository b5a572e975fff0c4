package techflow.api.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import techflow.api.application.ScoreHistory.Place;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.problem.Violation;

/**
 * A place in a history as callers hold it: opaque, and good for one tenant's view of one enterprise. It opens nothing: the
 * query asks for the caller's own tenant whatever the cursor says; the check only tells a mistake from an empty page.
 */
final class HistoryCursor {
    private static final int PLACE_BYTES = 3 * Long.BYTES;
    private static final int CHECK_BYTES = 8;

    private HistoryCursor() {}

    static String write(Place place, String tenant, EnterpriseId enterprise) {
        UUID id = UUID.fromString(place.scoreId());
        ByteBuffer bytes = ByteBuffer.allocate(PLACE_BYTES + CHECK_BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, place.requestedAt()))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        bytes.put(check(bytes.array(), tenant, enterprise));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws RecordFault REQUEST_INVALID when it was not made for this tenant and enterprise */
    static Place read(String text, String tenant, EnterpriseId enterprise) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(text));
        if (bytes.capacity() != PLACE_BYTES + CHECK_BYTES
                || !Arrays.equals(
                        check(bytes.array(), tenant, enterprise),
                        Arrays.copyOfRange(bytes.array(), PLACE_BYTES, bytes.capacity()))) {
            throw refusal(text);
        }
        Instant at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
        return new Place(at, new UUID(bytes.getLong(), bytes.getLong()).toString());
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refusal(text);
        }
    }

    private static byte[] check(byte[] bytes, String tenant, EnterpriseId enterprise) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, PLACE_BYTES);
            digest.update((tenant + '\n' + enterprise.code()).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static RecordFault refusal(String text) {
        return new RecordFault(
                ProblemCode.REQUEST_INVALID,
                "The cursor cannot be read",
                List.of(new Violation(
                        "cursor",
                        "must be the member next of the page before, unchanged, for the same enterprise",
                        text.substring(0, Math.min(text.length(), 64)),
                        "leave it out to begin with the newest score")));
    }
}
