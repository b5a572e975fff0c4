/**
 * A report as a value, and its two faces: one HTML file that needs no network, and JSON with the same numbers.
 *
 * <p>Entry types: {@link techflow.scoring.validation.document.Document}, {@link
 * techflow.scoring.validation.document.HtmlWriter}, {@link techflow.scoring.validation.document.JsonWriter}. Both faces are
 * written from the same cells, so that they cannot disagree. Every text is in Chinese and in English; the reader switches
 * between them by style alone, without a script.
 */
@NullMarked
package techflow.scoring.validation.document;

import org.jspecify.annotations.NullMarked;
