package techflow.datasets.synthetic;

/**
 * What a firm's random streams are seeded from.
 *
 * @param seed of the economy
 * @param index of the firm
 * @param attempt 0, or more when earlier draws of this firm failed before the observation began
 */
record FirmSeed(long seed, int index, int attempt) {}
