package techflow.architecture;

class SparkArchitectureTest extends ArchitectureKit {
    SparkArchitectureTest() {
        super("techflow.features.engine.spark");
    }
}
