package techflow.architecture;

class FeaturesArchitectureTest extends ArchitectureKit {
    FeaturesArchitectureTest() {
        super("techflow.features");
    }
}
