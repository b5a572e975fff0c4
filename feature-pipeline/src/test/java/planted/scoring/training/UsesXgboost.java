package planted.scoring.training;

import ml.dmlc.xgboost4j.java.PlantedLibrary;

/** Planted: XGBoost only in its adapter. */
public final class UsesXgboost {
    private UsesXgboost() {}

    static void use() {
        PlantedLibrary.use();
    }
}
