package techflow.scoring.validation.report;

import techflow.scoring.validation.ValidationReport;
import techflow.scoring.validation.document.Document.Section;

/** A chapter of the report. */
interface Chapter {
    Section section(ValidationReport report);
}
