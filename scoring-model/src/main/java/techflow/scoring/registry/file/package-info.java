/**
 * The registry in a directory: {@code artifacts/<sha256>.json} with {@code <sha256>.signatures.jsonl} beside it,
 * {@code published.jsonl}, {@code ledger.jsonl} and {@code runs.jsonl}; all but the first are append-only JSON lines. Entry type: {@link techflow.scoring.registry.file.FileModelRegistry}. For one machine;
 * a lock file keeps processes apart.
 */
@NullMarked
package techflow.scoring.registry.file;

import org.jspecify.annotations.NullMarked;
