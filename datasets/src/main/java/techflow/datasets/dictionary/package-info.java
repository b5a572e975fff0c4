/**
 * The data dictionary: what every signal and every feature is, made from the definitions that the code runs on.
 *
 * <p>Entry type: {@link techflow.datasets.dictionary.DataDictionary}.
 *
 * <pre>{@code
 * String markdown = DataDictionary.of(catalog);
 * Map<String, String> templates = DataDictionary.templates(); // patent.csv → header and one example row
 * Map<String, String> schemas = DataDictionary.schemas(); // patent.schema.json → JSON Schema 2020-12 of a row
 * }</pre>
 *
 * <p>Invariants: the same definitions give the same text; every example row is one that the decoder accepts and,
 * as JSON, one that its schema accepts.
 */
@NullMarked
package techflow.datasets.dictionary;

import org.jspecify.annotations.NullMarked;
