package techflow.datasets.invoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * A small made-up ledger with every defect the importer knows.
 *
 * @param directory where its files stand
 */
record MadeUpLedger(Path directory) {
    static final String ENTERPRISES = """
            企业代号,企业名称,信誉评级,是否违约
            E1,甲***科技有限公司,A,否
            E2,乙***贸易有限公司,D,是
            E3,丙***制造有限公司 ,B,未知
            E1,又一家,A,否
            """;

    /**
     * Lines 2–4 are E1 in July 2017, 5 is void, 6 red; 7 an exact duplicate of 2; 8 the number of 2 on another day; 9
     * number, date and amounts of 3 with another buyer; 10 an unknown firm; 11 a bad date and a bad amount; 12 a total
     * that is off; 13 too few cells; 14 a bad status; 15 void with a blank before it; 16 a tax of the wrong sign.
     */
    static final String ISSUED = """
            企业代号,发票号码,开票日期,购方单位代号,金额,税额,价税合计,发票状态
            E1,100,2017/7/18,B1,1000.0,170.0,1170.0,有效发票
            E1,101,2017/7/19,B2,300.5,51.09,351.59,有效发票
            E1,102,2017-07-20,B1,200.0,34.0,234.0,有效发票
            E1,103,2017/7/21,B3,50.0,8.5,58.5,作废发票
            E1,104,2017/7/22,B1,-100.0,-17.0,-117.0,有效发票
            E1,100,2017/7/18,B1,1000.00,170.00,1170.00,有效发票
            E1,100,2018/1/2,B4,10.0,0.3,10.3,有效发票
            E1,101,2017/7/19,B9,300.5,51.09,351.59,有效发票
            E9,105,2017/7/18,B1,1.0,0.1,1.1,有效发票
            E1,106,2017/2/30,B1,"1,000.0",0.1,1.1,有效发票
            E1,107,2017/8/1,B1,100.0,17.0,120.0,有效发票
            E1,108,2017/8/1,B1
            E1,109,2017/8/1,B1,100.0,17.0,117.0,红冲
            E2,110,2017/12/31,B5,0.0,0.0,0.0, 作废发票
            E2,111,2017/12/31,B5,100.0,-17.0,83.0,有效发票
            """;

    /** The columns in another order, one more column, and E2 between rows of E1. */
    static final String RECEIVED = """
            发票状态,企业代号,备注,销方单位代号,价税合计,税额,金额,开票日期,发票号码
            有效发票,E1,甲,A1,113.0,13.0,100.0,2019/4/30,200
            有效发票,E2,乙,A1,226.0,26.0,200.0,2019/5/1,200
            有效发票,E1,丙,A2,339.0,39.0,300.0,2019/4/1,201
            """;

    static MadeUpLedger write(Path directory, Charset charset, boolean gzip) throws IOException {
        MadeUpLedger ledger = new MadeUpLedger(directory);
        ledger.write("enterprises.csv", ENTERPRISES, charset, gzip);
        ledger.write("issued.csv", ISSUED, charset, gzip);
        ledger.write("received.csv", RECEIVED, charset, gzip);
        return ledger;
    }

    Path write(String name, String text, Charset charset, boolean gzip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = gzip ? new GZIPOutputStream(bytes) : bytes) {
            stream.write(text.getBytes(charset));
        }
        return Files.write(directory.resolve(name), bytes.toByteArray());
    }

    InvoiceImport into(Path out) {
        return new InvoiceImport(
                directory.resolve("enterprises.csv"),
                directory.resolve("issued.csv"),
                directory.resolve("received.csv"),
                out,
                InvoiceImport.Options.STANDARD);
    }
}
