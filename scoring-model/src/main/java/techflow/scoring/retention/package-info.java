/**
 * Retention: what must not be kept any longer is removed, and what was removed is told.
 *
 * <p>Entry type: {@link techflow.scoring.retention.RetentionJob}. The rules are {@link
 * techflow.scoring.retention.RetentionRule}s; each says which law it follows. The audit log itself is never touched: it
 * holds hashes of what was answered and stays verifiable after the answers are gone.
 */
@NullMarked
package techflow.scoring.retention;

import org.jspecify.annotations.NullMarked;
