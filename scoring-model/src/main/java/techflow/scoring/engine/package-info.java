/** Adapters to learning libraries, one package each, the only places that import them. */
@NullMarked
package techflow.scoring.engine;

import org.jspecify.annotations.NullMarked;
