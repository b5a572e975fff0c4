package techflow.scoring.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes a small synthetic data set as open data are laid out. Everything follows from the seed. */
public final class OpenSetFolder {
    public static final long SEED = 20_26;

    private OpenSetFolder() {}

    /** @param leak whether the column Paid.Back tells the outcome */
    public static Path write(Path folder, int rows, boolean leak) throws IOException {
        Random random = new Random(SEED);
        Files.createDirectories(folder);
        StringBuilder data = new StringBuilder("Cash Ratio,Paid.Back,field,target\n");
        StringBuilder folds = new StringBuilder("row,fold\n");
        StringBuilder peers = new StringBuilder("row,fold,target,lr\n");
        for (int row = 0; row < rows; row++) {
            double cash = random.nextGaussian();
            boolean chips = random.nextBoolean();
            double pd = 1 / (1 + Math.exp(0.7 + cash + (chips ? 0.8 : 0)));
            int bad = random.nextDouble() < pd ? 1 : 0;
            double paid = leak ? random.nextGaussian() - 4 * bad : random.nextGaussian();
            data.append(random.nextInt(10) == 0 ? "" : cash)
                    .append(',')
                    .append(paid)
                    .append(',');
            data.append(chips ? "chips" : "bio").append(',').append(bad).append('\n');
            folds.append(row).append(',').append(row % 3).append('\n');
            peers.append(row)
                    .append(',')
                    .append(row % 3)
                    .append(',')
                    .append(bad)
                    .append(',')
                    .append(pd)
                    .append('\n');
        }
        zip(folder.resolve("data.csv.gz"), data);
        zip(folder.resolve("folds.csv.gz"), folds);
        zip(folder.resolve("peers_oof.csv.gz"), peers);
        Files.writeString(
                folder.resolve("meta.json"),
                "{\"numeric\": [\"Cash Ratio\", \"Paid.Back\"], \"categorical\": [\"field\"], \"target\": \"target\"}");
        Files.writeString(folder.resolve("peers.json"), "{\"results\": {\"lr\": {\"cpu_seconds_5folds\": 0.5}}}");
        return folder;
    }

    private static void zip(Path file, CharSequence text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
