package planted.scoring.training;

import org.tribuo.PlantedLibrary;

/** Planted: Tribuo only in its adapter. */
public final class UsesTribuo {
    private UsesTribuo() {}

    static void use() {
        PlantedLibrary.use();
    }
}
