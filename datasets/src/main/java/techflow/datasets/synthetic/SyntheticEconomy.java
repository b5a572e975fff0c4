package techflow.datasets.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up economy of technology SMEs in which the true PD of every firm and month is known. SYNTHETIC: no firm, name,
 * code or figure is real.
 *
 * <p>Hidden states move, businesses follow them, sources report the businesses late and imperfectly, and defaults are
 * drawn from the hidden hazard. Equal settings give equal firms, and firm {@code i} does not depend on how many there
 * are. Safe for use by several threads.
 */
public final class SyntheticEconomy {
    private static final int BLOCK = 256;

    private static final List<Emitter> EMITTERS = List.of(
            new ProfileEmitter(),
            new PatentEmitter(),
            new AnnualReportEmitter(),
            new InnovationEmitter(),
            new TaxEmitter(),
            new InvoiceEmitter(),
            new ContributionEmitter(),
            new UtilityEmitter(),
            new ConductEmitter(),
            new CertificateEmitter(),
            new TechnologyTradeEmitter(),
            new FinancingEmitter(),
            new InspectionEmitter(),
            new BankFlowEmitter(),
            new AftermathEmitter());

    private final EconomySettings settings;
    private final FirmDraw draw;

    public SyntheticEconomy(EconomySettings settings) {
        this(settings, 0);
    }

    SyntheticEconomy(EconomySettings settings, long defaultSalt) {
        this.settings = settings;
        this.draw = new FirmDraw(settings, defaultSalt);
    }

    public EconomySettings settings() {
        return settings;
    }

    /** All firms in ascending order of code, drawn as they are asked for. */
    public Stream<SyntheticFirm> firms() {
        return IntStream.range(0, settings.firms()).mapToObj(this::firm);
    }

    /** Draws the firms on all cores and hands them over one by one, in ascending order of code. */
    public void generate(Consumer<? super SyntheticFirm> sink) {
        generate(firm -> firm, sink);
    }

    /** Draws the firms and prepares them on all cores, then hands them over one by one, in ascending order of code. */
    <T> void generate(Function<SyntheticFirm, T> prepare, Consumer<? super T> sink) {
        for (int from = 0; from < settings.firms(); from += BLOCK) {
            block(from, prepare).forEach(sink);
        }
    }

    private <T> List<T> block(int from, Function<SyntheticFirm, T> prepare) {
        return IntStream.range(from, Math.min(settings.firms(), from + BLOCK))
                .parallel()
                .mapToObj(index -> prepare.apply(firm(index)))
                .toList();
    }

    /**
     * One firm.
     *
     * @param index from 0 to the number of firms, exclusive
     */
    public SyntheticFirm firm(int index) {
        Firm firm = draw.draw(index);
        SignalLog log = new SignalLog(firm);
        for (Emitter emitter : EMITTERS) {
            emitter.emit(firm, log);
        }
        return new SyntheticFirm(firm.id(), log.sorted(), firm.defaultedOn(), truth(firm), firm.coverage());
    }

    /** The hidden firm behind {@link #firm}, for tests. */
    Firm hidden(int index) {
        return draw.draw(index);
    }

    private static List<TruthPoint> truth(Firm firm) {
        int end = firm.defaultedOn().map(day -> firm.calendar().indexOf(day)).orElse(WorldCalendar.MONTHS);
        List<TruthPoint> truth = new ArrayList<>();
        for (int t = Firm.firstMonthAtRisk(firm.traits()) - 1; t < end; t++) {
            truth.add(new TruthPoint(
                    firm.calendar().month(t),
                    firm.latent().truePd(t),
                    firm.gaming().at(t)));
        }
        return truth;
    }
}
