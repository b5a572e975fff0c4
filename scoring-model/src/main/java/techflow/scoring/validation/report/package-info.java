/**
 * The validation report on paper: one class a chapter, in the order of the page, each turning findings into tables, plots
 * and sentences in Chinese and English.
 *
 * <p>Entry type: {@link techflow.scoring.validation.report.ReportFiles}, which writes {@code report.html} and {@code
 * report.json}. The first chapter is a summary that can be read and signed in ten minutes; the others are what it rests
 * on. Every caption names the rows and defaults behind it, and says when they are synthetic.
 */
@NullMarked
package techflow.scoring.validation.report;

import org.jspecify.annotations.NullMarked;
