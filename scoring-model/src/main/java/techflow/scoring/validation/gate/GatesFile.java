package techflow.scoring.validation.gate;

import java.util.List;

/**
 * What a bank demands of a model, as read from a file.
 *
 * @param version the name in the file, a hyphen, and the first digits of the hash of its text
 * @param assetCorrelation ρ of the correlated binomial test, in [0, 1)
 * @param lowDefaultConfidence confidence of Pluto and Tasche's bounds, in (0, 1)
 * @param gates the gates, each figure at most once
 */
public record GatesFile(String version, double assetCorrelation, double lowDefaultConfidence, List<Gate> gates) {
    public GatesFile {
        gates = List.copyOf(gates);
        if (!(assetCorrelation >= 0 && assetCorrelation < 1)) {
            throw new IllegalArgumentException("assetCorrelation must lie in [0, 1), found " + assetCorrelation);
        }
        if (!(lowDefaultConfidence > 0 && lowDefaultConfidence < 1)) {
            throw new IllegalArgumentException(
                    "lowDefaultConfidence must lie in (0, 1), found " + lowDefaultConfidence);
        }
        if (gates.isEmpty() || gates.stream().map(Gate::figure).distinct().count() != gates.size()) {
            throw new IllegalArgumentException("gates must be given, each figure once, found "
                    + gates.stream().map(gate -> gate.figure().word()).toList());
        }
    }
}
