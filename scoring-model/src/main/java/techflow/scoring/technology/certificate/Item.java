package techflow.scoring.technology.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import techflow.scoring.technology.certificate.PointTable.Step;

/**
 * One rated line of a rule that gives points.
 *
 * @param code stable name within its rule
 * @param name what is rated
 * @param found the value found
 * @param band the published band that applied, or the bands that may
 * @param points from those reached to those possible
 * @param maximum the most the line can bring
 * @param source where the table is published
 * @param missing what one would have to know for the points to be sure, empty when they are
 */
public record Item(
        String code,
        Words name,
        Words found,
        Words band,
        Extent points,
        double maximum,
        Source source,
        Optional<Words> missing) {
    /** What is rated and where the rule stands. */
    record Head(String code, Words name, Source source) {}

    /** A line that one published table rates. */
    static Item of(Head head, PointTable table, Finding finding) {
        return of(head, table.steps(finding.value()), finding);
    }

    /** A line that published steps rate, best first, the last of them always met. */
    static Item of(Head head, List<Step> steps, Finding finding) {
        Step sure = first(steps, Answer.MET);
        Step possible = steps.stream()
                .filter(step -> step.answer() != Answer.NOT_MET)
                .findFirst()
                .orElse(sure);
        Extent points = new Extent(sure.points().low(), possible.points().high());
        boolean settled = sure.equals(possible);
        Words band = settled
                ? sure.label()
                : Words.of(
                        sure.label().chinese() + " 至 " + possible.label().chinese(),
                        sure.label().english() + " to " + possible.label().english());
        double maximum =
                steps.stream().mapToDouble(step -> step.points().high()).max().orElse(0);
        return new Item(
                head.code(),
                head.name(),
                finding.text(),
                band,
                points,
                maximum,
                head.source(),
                settled ? Optional.empty() : finding.missing());
    }

    /** A line whose inner weights are not published: anything up to its published maximum. */
    static Item unpublished(Head head, double maximum, Words missing) {
        return new Item(
                head.code(),
                head.name(),
                Words.of("不能计算", "cannot be computed"),
                Words.of("上限 " + Figures.plain(maximum), "at most " + Figures.plain(maximum)),
                new Extent(0, maximum),
                maximum,
                head.source(),
                Optional.of(missing));
    }

    /** The better of two lines of which a firm may choose one. */
    Item orBetter(Item other) {
        Item better = other.points.low() > points.low() ? other : this;
        Extent chosen = points.max(other.points);
        boolean settled = chosen.isKnown();
        Optional<Words> open = missing.isPresent() ? missing : other.missing;
        return new Item(
                code,
                name,
                better.found,
                settled ? better.band : better.band.and(Words.of("另一指标可能更高", "the other choice may bring more")),
                chosen,
                maximum,
                source,
                settled ? Optional.empty() : open);
    }

    static Extent sum(List<Item> items) {
        Extent sum = Extent.exactly(0);
        for (Item item : items) {
            sum = sum.plus(item.points);
        }
        return sum;
    }

    static List<Words> missing(List<Item> items) {
        List<Words> missing = new ArrayList<>();
        items.forEach(item -> item.missing.ifPresent(missing::add));
        return missing;
    }

    private static Step first(List<Step> steps, Answer answer) {
        return steps.stream()
                .filter(step -> step.answer() == answer)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the last step of a table must always be met"));
    }
}
