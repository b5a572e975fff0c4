package techflow.scoring.technology.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * One published rule on one firm.
 *
 * @param rule which
 * @param answer whether the firm meets it as far as is known; empty for a rule that publishes no threshold
 * @param total the points of the rule, empty for a plain list of conditions
 * @param items the rated lines
 * @param requirements the conditions, short cuts included
 * @param held the certificate that the firm holds already, valid on the as-of day
 * @param validityYears how long the certificate is valid, from general knowledge and not from a cited text
 */
public record CertificateAssessment(
        CertificateRule rule,
        Optional<Answer> answer,
        Optional<Total> total,
        List<Item> items,
        List<Requirement> requirements,
        Optional<Holding> held,
        OptionalInt validityYears) {
    public CertificateAssessment {
        items = List.copyOf(items);
        requirements = List.copyOf(requirements);
    }

    /**
     * The points of a rule.
     *
     * @param points from those reached to those possible
     * @param maximum the most that can be reached
     * @param threshold what the rule asks for, empty when none is published
     */
    public record Total(Extent points, double maximum, Optional<Threshold> threshold) {}

    /**
     * What a rule asks for.
     *
     * @param points how many
     * @param exceeded true when they must be exceeded, false when reaching them is enough
     */
    public record Threshold(double points, boolean exceeded) {
        Answer of(Extent found) {
            return exceeded ? found.exceeds(points) : found.reaches(points);
        }
    }

    /**
     * A certificate in force.
     *
     * @param number its number
     * @param validUntil first day on which it is no longer valid
     */
    public record Holding(String number, LocalDate validUntil) {}

    /** What one would have to know to narrow the points or to settle an open condition, each once. */
    public List<Words> missing() {
        List<Words> all = new ArrayList<>(Item.missing(items));
        requirements.stream().flatMap(one -> one.missing().stream()).forEach(all::add);
        return Stream.of(all).flatMap(List::stream).distinct().toList();
    }
}
