/**
 * The credit officer's pages: Chinese by default, English by a switch, no script, no content from elsewhere.
 *
 * <p>Entry types: {@link techflow.api.page.SearchController} and {@link techflow.api.page.ReportController}. A report is
 * built by {@link techflow.api.page.ReportViewFactory} from the logged answer and the feature definitions only, so its
 * numbers are the API's; the view holds finished text, the template only places it.
 *
 * <p>Order of a report: who and as of when, verdict, warnings before any praise, reasons in points, technology
 * dimensions, data completeness, indicators. Nothing is told by colour alone.
 */
@NullMarked
package techflow.api.page;

import org.jspecify.annotations.NullMarked;
