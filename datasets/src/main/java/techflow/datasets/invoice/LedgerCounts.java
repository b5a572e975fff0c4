package techflow.datasets.invoice;

/**
 * What became of the rows of one file.
 *
 * @param file name of the file
 * @param encoding the encoding it was read in
 * @param read data rows, the header and empty lines not counted
 * @param accepted rows that were taken
 * @param rejected rows that break a rule
 * @param duplicates rows equal to an earlier one in every cell
 * @param conflicts rows with number, date and amounts of an earlier one but another counterparty or status
 * @param voids accepted void invoices
 * @param reds accepted valid red invoices
 * @param warnings remarks on accepted rows
 */
public record LedgerCounts(
        String file,
        String encoding,
        long read,
        long accepted,
        long rejected,
        long duplicates,
        long conflicts,
        long voids,
        long reds,
        long warnings) {
    /** True when every row that was read is accounted for. */
    public boolean addsUp() {
        return read == accepted + rejected + duplicates + conflicts;
    }
}
