/** Planted: a marked package, which holds what is allowed to the adapter beside what is not. */
@NullMarked
package planted.scoring.engine.tribuo;

import org.jspecify.annotations.NullMarked;
