package techflow.architecture;

class ApiArchitectureTest extends ArchitectureKit {
    ApiArchitectureTest() {
        super("techflow.api");
    }
}
