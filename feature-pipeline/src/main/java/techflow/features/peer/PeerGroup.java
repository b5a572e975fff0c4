package techflow.features.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Firms that are compared with one another. Written {@code C39/GROWTH/44}, {@code C39/GROWTH}, {@code C39} or
 * {@code ALL}.
 *
 * @param industry GB/T 4754 division, empty for all
 * @param stage stage of life, empty for all; never known without the industry
 * @param province GB/T 2260 province, empty for all; never known without the stage
 */
public record PeerGroup(Optional<String> industry, Optional<LifeStage> stage, Optional<String> province)
        implements Comparable<PeerGroup> {
    /** Every firm. */
    public static final PeerGroup ALL = new PeerGroup(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String SEPARATOR = "/";

    /** How fine a group is, the finest first. */
    public enum Level {
        INDUSTRY_STAGE_REGION("行业×阶段×地区", "industry × stage × region"),
        INDUSTRY_STAGE("行业×阶段", "industry × stage"),
        INDUSTRY("行业", "industry"),
        ALL("全部企业", "all firms");

        private final String chinese;
        private final String english;

        Level(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    public PeerGroup {
        if ((stage.isPresent() && industry.isEmpty()) || (province.isPresent() && stage.isEmpty())) {
            throw new IllegalArgumentException("a peer group must name its industry before its stage and its stage"
                    + " before its province, found " + industry + ", " + stage + ", " + province);
        }
    }

    /** The finest group of a firm: without a stage it is the industry. */
    public static PeerGroup of(String industry, Optional<LifeStage> stage, String province) {
        return new PeerGroup(Optional.of(industry), stage, stage.map(known -> province));
    }

    /** @throws IllegalArgumentException when the text is not a group as {@link #toString} writes it */
    public static PeerGroup parse(String text) {
        if (text.equals(ALL.toString())) {
            return ALL;
        }
        List<String> parts = Arrays.asList(text.split(SEPARATOR, -1));
        if (parts.size() > 3 || parts.contains("")) {
            throw new IllegalArgumentException("a peer group must be written like C39/GROWTH/44, found " + text);
        }
        return new PeerGroup(
                Optional.of(parts.getFirst()),
                parts.stream().skip(1).findFirst().map(LifeStage::valueOf),
                parts.stream().skip(2).findFirst());
    }

    public Level level() {
        if (province.isPresent()) {
            return Level.INDUSTRY_STAGE_REGION;
        }
        if (stage.isPresent()) {
            return Level.INDUSTRY_STAGE;
        }
        return industry.isPresent() ? Level.INDUSTRY : Level.ALL;
    }

    /** This group and the ones around it, the widest last. */
    public List<PeerGroup> ladder() {
        List<PeerGroup> ladder = new ArrayList<>();
        if (province.isPresent()) {
            ladder.add(this);
        }
        if (stage.isPresent()) {
            ladder.add(new PeerGroup(industry, stage, Optional.empty()));
        }
        if (industry.isPresent()) {
            ladder.add(new PeerGroup(industry, Optional.empty(), Optional.empty()));
        }
        ladder.add(ALL);
        return ladder;
    }

    /** In the order of the written form. */
    @Override
    public int compareTo(PeerGroup other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return industry.isEmpty()
                ? "ALL"
                : Stream.of(industry, stage.map(Enum::name), province)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(SEPARATOR));
    }
}
