package techflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import techflow.scoring.signing.ArtifactSignature;

/** The signature of an artefact in a file: its 64 bytes as they are, beside it with {@code .sig} at the end of the name. */
final class SignatureFile {
    private SignatureFile() {}

    static Path beside(Path artifact) {
        return artifact.resolveSibling(artifact.getFileName() + ".sig");
    }

    static Path write(Path artifact, ArtifactSignature signature) throws IOException {
        return Files.write(beside(artifact), signature.bytes());
    }
}
