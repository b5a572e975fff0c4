/**
 * Test-side generators that every module may use through the test-jar.
 *
 * <p>Entry type: {@link techflow.features.RandomHistories}, seeded random histories of all kinds of signal.
 */
@NullMarked
package techflow.features;

import org.jspecify.annotations.NullMarked;
