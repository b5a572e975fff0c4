package techflow.scoring.engine.xgboost;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Boosters whose log-odds are averaged: what is settled before a training begins.
 *
 * @param members 1, 2, 4, … boosters, so that sharing a leaf among them rounds nothing
 */
public record Committee(List<Member> members) {
    /**
     * One booster.
     *
     * @param trees how its trees are grown
     * @param rounds how many trees, 1 or more
     */
    public record Member(TreeSettings trees, int rounds) {
        public Member {
            if (rounds < 1) {
                throw new IllegalArgumentException("a booster needs 1 round or more, found " + rounds);
            }
        }
    }

    public Committee {
        members = List.copyOf(members);
        if (Integer.bitCount(members.size()) != 1) {
            throw new IllegalArgumentException("a committee has 1, 2, 4, … members, found " + members.size());
        }
    }

    /** A single booster. */
    public static Committee of(TreeSettings trees, int rounds) {
        return new Committee(List.of(new Member(trees, rounds)));
    }

    int rounds() {
        return members.stream().mapToInt(Member::rounds).sum();
    }

    Map<String, String> asTexts() {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            texts.put("member." + (i + 1), member.trees().text() + " rounds=" + member.rounds());
        }
        return texts;
    }
}
