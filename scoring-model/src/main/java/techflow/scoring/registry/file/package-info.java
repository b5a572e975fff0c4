/**
 * The registry in a directory: {@code artifacts/<sha256>.json}, {@code published.jsonl} and {@code ledger.jsonl}, the
 * last two append-only JSON lines. Entry type: {@link techflow.scoring.registry.file.FileModelRegistry}. For one machine;
 * a lock file keeps processes apart.
 */
@NullMarked
package techflow.scoring.registry.file;

import org.jspecify.annotations.NullMarked;
