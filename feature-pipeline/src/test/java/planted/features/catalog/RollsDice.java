package planted.features.catalog;

import java.util.Random;

/** Planted: no hidden randomness in pure packages. */
public final class RollsDice {
    private RollsDice() {}

    static int roll() {
        return new Random().nextInt(6);
    }
}
