/**
 * Import of real invoice ledgers (发票台账) into monthly invoice signals.
 *
 * <p>Entry type: {@link techflow.datasets.invoice.InvoiceImporter}.
 *
 * <pre>{@code
 * ImportSummary summary = InvoiceImporter.run(
 *         new InvoiceImport(enterprises, issued, received, out, InvoiceImport.Options.STANDARD), rows -> {});
 * }</pre>
 *
 * <p><b>Input.</b> Three CSV files, plain or gzip, UTF-8 (with or without BOM) or GBK/GB18030, told apart by their first
 * bytes; columns in any order, other columns are passed over:
 *
 * <ul>
 *   <li>enterprises: 企业代号, 企业名称 and, where known, 信誉评级 and 是否违约 (是 or 否)
 *   <li>issued (销项): 企业代号, 发票号码, 开票日期 (2017/7/18 or 2017-07-18), 购方单位代号, 金额, 税额, 价税合计, 发票状态 (有效发票 or 作废发票)
 *   <li>received (进项): the same with 销方单位代号
 * </ul>
 *
 * <p><b>Output</b>, into one directory, UTF-8:
 *
 * <ul>
 *   <li>{@code signals/monthly_invoices.csv}: signals in the project's CSV form, sorted by code, month and direction. A month
 *       without any accepted invoice has no row
 *   <li>{@code enterprises.csv}: {@code code,uscc,name}. A masked code becomes a placeholder code that no real firm can
 *       bear, always the same one; a valid 18-character code stays what it is
 *   <li>{@code outcomes.csv}: {@code uscc,as_of,bad}, 1 = bad; only when the enterprises file has 是否违约. The
 *       ledger does not date the default; {@code as_of} is the first start of a day at which all its signals are known
 *   <li>{@code bank_rating.csv}: the bank's rating, for comparison only. It is no signal and can be no feature: it is the
 *       bank's own judgement of the outcome
 *   <li>{@code rejects.csv}: every row that was not taken, with its line and the reason
 *   <li>{@code warnings.csv}: rows that were taken and look odd, with line and reason
 * </ul>
 *
 * <p><b>Rules.</b> No row is lost silently: for each file {@code read = accepted + rejected + duplicates + conflicts}. A
 * row equal to an earlier one in every cell is a duplicate. A row with the number, date and amounts of an earlier one
 * but another counterparty or status is a conflict: the same invoice, told twice; the first one stays. A number that
 * comes again with another date or amount is another invoice, because a ledger without the invoice code (发票代码) reuses
 * numbers: both stay, with a warning.
 *
 * <p><b>Time.</b> {@code occurredAt} is the last day of the month; {@code knownAt} is the start of the day after, in
 * China. An invoice is known to the tax system when it is issued, and the ledger is handed over by the firm or by the
 * tax data service, so no filing lag is added; a lender who receives data later must add his own.
 *
 * <p>Memory grows with the rows of one file (about 100 bytes a row for telling duplicates) and its distinct
 * counterparties per firm and month, never with the size of a row's text; rows need not be grouped or sorted.
 */
@NullMarked
package techflow.datasets.invoice;

import org.jspecify.annotations.NullMarked;
