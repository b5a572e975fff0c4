/**
 * The {@code techflow} command line: one class per command.
 *
 * <p>Entry type: {@link techflow.cli.Main}. Data goes to standard output, progress and errors to standard error. Exit
 * codes: 0 done, 2 wrong words, 3 a gate failed, 4 the data break their contract, 5 something underneath does not
 * answer. A command that writes acts when it is told to; where a mistake would cost, {@code --dry-run} checks every rule and
 * writes nothing. Only this package knows the clock, the embedded database and the synthetic population.
 */
@NullMarked
package techflow.cli;

import org.jspecify.annotations.NullMarked;
