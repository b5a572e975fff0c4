/** Planted: a marked package, which holds what is allowed to the cli beside what is not. */
@NullMarked
package planted.cli;

import org.jspecify.annotations.NullMarked;
