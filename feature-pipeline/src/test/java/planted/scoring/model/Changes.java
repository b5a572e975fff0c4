package planted.scoring.model;

/** Planted: fields in pure packages are final. */
public final class Changes {
    private int count;

    int next() {
        return ++count;
    }
}
