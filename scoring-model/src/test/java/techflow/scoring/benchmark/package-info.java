@NullMarked
package techflow.scoring.benchmark;

import org.jspecify.annotations.NullMarked;
