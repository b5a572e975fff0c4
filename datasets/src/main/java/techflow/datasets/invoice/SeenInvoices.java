package techflow.datasets.invoice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tells whether an invoice was there before. Holds 128 bits of a SHA-256 for each of three questions, in an open
 * addressing table, so that memory does not depend on the texts and rows may come in any order.
 */
final class SeenInvoices {
    /** What an invoice is to those before it. */
    enum Meeting {
        /** Its number is new. */
        NEW,
        /** Equal in everything. */
        DUPLICATE,
        /** Number, date and amounts are there, with another counterparty or status. */
        CONFLICT,
        /** Only the number is there. */
        NUMBER_REUSED
    }

    private static final int FIRST_SLOTS = 1 << 12;

    private final MessageDigest sha256 = sha256();
    private final byte[] digest = new byte[32];
    private long[] slots = new long[2 * FIRST_SLOTS];
    private int size;

    Meeting meet(Invoice invoice) {
        String number = invoice.firm() + '\n' + invoice.number();
        String money = number
                + '\n'
                + invoice.date().toEpochDay()
                + '\n'
                + invoice.amount().fen()
                + '\n'
                + invoice.tax().fen()
                + '\n'
                + invoice.total().fen();
        boolean newNumber = add(number);
        boolean newMoney = add(money);
        boolean newRow = add(money + '\n' + invoice.counterparty() + '\n' + invoice.isVoid());
        if (newNumber) {
            return Meeting.NEW;
        }
        if (newMoney) {
            return Meeting.NUMBER_REUSED;
        }
        return newRow ? Meeting.CONFLICT : Meeting.DUPLICATE;
    }

    /** Number of distinct texts held. */
    int size() {
        return size;
    }

    private boolean add(String text) {
        ByteBuffer bits = digestOf(text);
        long high = bits.getLong();
        long low = bits.getLong() | 1; // never the empty slot
        int slot = slot(slots, high, low);
        if (slots[slot + 1] != 0) {
            return false;
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        size++;
        if (size > slots.length / 3) {
            grow();
        }
        return true;
    }

    /** Where the pair stands, or the empty slot where it belongs. */
    private static int slot(long[] table, long high, long low) {
        int mask = table.length / 2 - 1;
        int at = (int) high & mask;
        while (table[2 * at + 1] != 0 && (table[2 * at] != high || table[2 * at + 1] != low)) {
            at = (at + 1) & mask;
        }
        return 2 * at;
    }

    private void grow() {
        long[] wider = new long[2 * slots.length];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i + 1] != 0) {
                int slot = slot(wider, slots[i], slots[i + 1]);
                wider[slot] = slots[i];
                wider[slot + 1] = slots[i + 1];
            }
        }
        slots = wider;
    }

    private ByteBuffer digestOf(String text) {
        try {
            sha256.update(text.getBytes(StandardCharsets.UTF_8));
            sha256.digest(digest, 0, digest.length);
            return ByteBuffer.wrap(digest);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
