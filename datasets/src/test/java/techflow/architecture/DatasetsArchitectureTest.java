package techflow.architecture;

class DatasetsArchitectureTest extends ArchitectureKit {
    DatasetsArchitectureTest() {
        super("techflow.datasets");
    }
}
