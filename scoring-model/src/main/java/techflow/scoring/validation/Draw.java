package techflow.scoring.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.training.TrainingSet;

/** Seeded draws of rows. */
final class Draw {
    private Draw() {}

    /** At most so many rows, spread evenly over the set. */
    static TrainingSet spread(TrainingSet set, int most) {
        int step = Math.max(1, (set.size() + most - 1) / most);
        return set.where(row -> row % step == 0);
    }

    /** As many firms as there are, drawn with replacement, each with all its rows. */
    static TrainingSet firms(TrainingSet set, long seed) {
        Map<EnterpriseId, List<Integer>> byFirm = new HashMap<>();
        List<List<Integer>> firms = new ArrayList<>();
        for (int row = 0; row < set.size(); row++) {
            byFirm.computeIfAbsent(set.enterprise(row), firm -> {
                        firms.add(new ArrayList<>());
                        return firms.getLast();
                    })
                    .add(row);
        }
        SplittableRandom random = new SplittableRandom(seed);
        TrainingSet.Builder drawn = TrainingSet.of(set.schema());
        IntStream.range(0, firms.size())
                .flatMap(i -> firms.get(random.nextInt(firms.size())).stream().mapToInt(Integer::intValue))
                .forEach(row -> drawn.add(set.vector(row), set.bad(row)));
        return drawn.build();
    }
}
