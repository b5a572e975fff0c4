package techflow.scoring.trees;

import java.util.List;

/**
 * One leaf as a cooperative game: its players are the features that its path asks about, and the leaf's value is won by a
 * coalition when every player in it agrees with the path, and so do those outside of it as far as the reference tells.
 *
 * @param value what the leaf adds
 * @param players features on the path, each once
 * @param questions for each player the heap indexes of its questions, as bits
 * @param answers for each player the answers that lead to the leaf, as bits
 * @param outside what is known of players outside a coalition
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a value
record LeafGame(double value, int[] players, long[] questions, long[] answers, Outside outside) {
    /** n! for all that a path can hold. */
    private static final double[] FACTORIALS = {1, 1, 2, 6, 24, 120, 720, 5040};

    /** Players outside a coalition. */
    sealed interface Outside {
        /**
         * Each agrees with its own share of the training rows that came to its questions (path-dependent).
         *
         * @param shares by player, in [0, 1]
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared as a value
        record Shares(double[] shares) implements Outside {}

        /**
         * They answer as a reference firm does (interventional); each entry stands for the firms that agree alike.
         *
         * @param agreements players that agree, as bits
         * @param weights share of the firms, the sum is 1
         */
        @SuppressWarnings("ArrayRecordComponent") // never compared as a value
        record Firms(int[] agreements, double[] weights) implements Outside {}
    }

    /** Which players agree with the path, as bits. */
    int agreement(long decisions) {
        int bits = 0;
        for (int i = 0; i < players.length; i++) {
            if ((decisions & questions[i]) == answers[i]) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    /** The share of the value that is expected when nothing is known of the firm. */
    double expected() {
        return switch (outside) {
            case Outside.Shares known -> {
                double share = 1;
                for (double s : known.shares()) {
                    share *= s;
                }
                yield value * share;
            }
            case Outside.Firms firms -> {
                double share = 0;
                for (int i = 0; i < firms.weights().length; i++) {
                    share += firms.agreements()[i] == everybody() ? firms.weights()[i] : 0;
                }
                yield value * share;
            }
        };
    }

    /** Adds each player's Shapley value to {@code sums}, by player. @param agreement of the firm that is explained */
    void addShapley(int agreement, double[] sums) {
        switch (outside) {
            case Outside.Shares known -> addProduct(agreement, known.shares(), sums);
            case Outside.Firms firms -> {
                for (int i = 0; i < firms.weights().length; i++) {
                    addDuel(agreement, firms.agreements()[i], value * firms.weights()[i], sums);
                }
            }
        }
    }

    List<Integer> playerList() {
        return java.util.Arrays.stream(players).boxed().toList();
    }

    private int everybody() {
        return (1 << players.length) - 1;
    }

    /**
     * Against one reference firm the leaf is won exactly when the coalition holds all that only the firm agrees on (n) and
     * none that only the reference agrees on (m), which gives the weights (n−1)!·m!/(n+m)! and n!·(m−1)!/(n+m)!.
     */
    private void addDuel(int firm, int reference, double stake, double[] sums) {
        if ((firm | reference) != everybody()) {
            return;
        }
        int onlyFirm = firm & ~reference;
        int onlyReference = reference & ~firm;
        int n = Integer.bitCount(onlyFirm);
        int m = Integer.bitCount(onlyReference);
        double all = FACTORIALS[n + m];
        for (int i = 0; i < players.length; i++) {
            if ((onlyFirm >> i & 1) == 1) {
                sums[i] += stake * FACTORIALS[n - 1] * FACTORIALS[m] / all;
            } else if ((onlyReference >> i & 1) == 1) {
                sums[i] -= stake * FACTORIALS[n] * FACTORIALS[m - 1] / all;
            }
        }
    }

    /** A product game: for each player the polynomial of the others tells how much coalitions of each size would win. */
    private void addProduct(int agreement, double[] shares, double[] sums) {
        int k = players.length;
        for (int i = 0; i < k; i++) {
            double[] won = new double[k];
            won[0] = 1;
            int others = 0;
            for (int j = 0; j < k; j++) {
                if (j != i) {
                    others++;
                    for (int size = others; size >= 0; size--) {
                        double joined = size > 0 ? won[size - 1] * (agreement >> j & 1) : 0;
                        won[size] = won[size] * shares[j] + joined;
                    }
                }
            }
            double weighted = 0;
            for (int size = 0; size < k; size++) {
                weighted += won[size] * FACTORIALS[size] * FACTORIALS[k - 1 - size] / FACTORIALS[k];
            }
            sums[i] += value * ((agreement >> i & 1) - shares[i]) * weighted;
        }
    }
}
