package techflow.architecture;

class ScoringArchitectureTest extends ArchitectureKit {
    ScoringArchitectureTest() {
        super("techflow.scoring");
    }
}
