package techflow.api.application;

import java.time.Duration;

/**
 * What a batch may take.
 *
 * @param rows most rows in one batch
 * @param lineBytes longest line
 * @param batches batches at once
 * @param stall a batch that no row can leave for so long is broken off
 */
public record BatchTerms(int rows, int lineBytes, int batches, Duration stall) {}
