/** Tests of the command line. */
@NullMarked
package techflow.cli;

import org.jspecify.annotations.NullMarked;
