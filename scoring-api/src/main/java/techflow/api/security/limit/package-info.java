/**
 * How often a caller may ask. Entry types: {@link techflow.api.security.limit.RequestLimit} for callers that are known, and
 * {@link techflow.api.security.limit.FailureLimit} for those that are not.
 *
 * <p>Token buckets in this process, so that a request waits for nobody: with several instances each counts for itself, and
 * the limits of all together are the sum. A bucket holds one instant, the theoretical arrival time of the generic cell rate
 * algorithm (ITU-T I.371): 30 lines that need no library, no lock and no timer.
 */
@NullMarked
package techflow.api.security.limit;

import org.jspecify.annotations.NullMarked;
