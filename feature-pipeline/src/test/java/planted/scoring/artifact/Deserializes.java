package planted.scoring.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;

/** Planted: no Java deserialization. */
public final class Deserializes {
    private Deserializes() {}

    static Object read(InputStream bytes) throws IOException, ClassNotFoundException {
        return new ObjectInputStream(bytes).readObject();
    }
}
