package techflow.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import techflow.api.answer.Text;
import techflow.api.application.EnterpriseDirectory.Enterprise;
import techflow.api.application.EnterpriseDirectory.Match;
import techflow.features.signal.EnterpriseProfile;

/** What is known of one enterprise, as published. */
record EnterpriseAnswer(
        String uscc, boolean placeholder, @Nullable Profile profile, List<Known> signals) {
    /** Master data; capital in yuan. */
    record Profile(
            String name,
            String industry,
            String technologyField,
            String province,
            LocalDate establishedOn,
            String registeredCapital) {}

    /** How much is known of one kind of signal. */
    record Known(String kind, Text name, long signals, LocalDate latestOccurredAt, Instant latestKnownAt) {}

    /** One hit of a search. */
    record Hit(String uscc, String name, boolean placeholder) {
        static Hit of(Match match) {
            return new Hit(match.id().code(), match.name(), match.id().isPlaceholder());
        }
    }

    /** Hits, at most {@code limit}. */
    record Hits(List<Hit> items, int limit) {}

    static EnterpriseAnswer of(Enterprise enterprise) {
        return new EnterpriseAnswer(
                enterprise.id().code(),
                enterprise.id().isPlaceholder(),
                enterprise.profile().map(EnterpriseAnswer::profile).orElse(null),
                enterprise.kinds().stream()
                        .map(k -> new Known(
                                k.kind().name(),
                                Text.name(k.kind()),
                                k.signals(),
                                k.latestOccurredAt(),
                                k.latestKnownAt()))
                        .toList());
    }

    private static Profile profile(EnterpriseProfile profile) {
        return new Profile(
                profile.name(),
                profile.industry(),
                profile.field().name(),
                profile.province(),
                profile.establishedOn(),
                profile.registeredCapital().toString());
    }
}
