/** What the tests of the service share: made-up firms, a handmade champion, a running service on a real PostgreSQL. */
@NullMarked
package techflow.api.testing;

import org.jspecify.annotations.NullMarked;
