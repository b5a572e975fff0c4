package techflow.datasets.synthetic;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import techflow.datasets.synthetic.RandomStream.Purpose;
import techflow.features.signal.Money;
import techflow.features.signal.Patent.Origin;
import techflow.features.signal.SoftwareCopyright;
import techflow.features.signal.TechnologyContract;
import techflow.features.signal.TechnologyContract.ContractType;
import techflow.features.signal.TechnologyContract.Role;
import techflow.features.signal.TechnologyContract.Status;

/** Software copyrights and registered technology contracts: more where technology is strong. */
final class TechnologyTradeEmitter implements Emitter {
    private static final double COPYRIGHTS_A_MONTH = 0.05;
    private static final double CONTRACTS_A_MONTH = 0.028;
    private static final double CANCELLED = 0.03;
    private static final double BOUGHT = 0.06;

    @Override
    public void emit(Firm firm, SignalLog log) {
        Life life = new Life(firm, log, firm.random(Purpose.TECHNOLOGY_TRADE));
        double zeal = life.random.noise(0.6) * (firm.traits().industry().isManufacturing() ? 0.6 : 1.6);
        for (int t = firm.traits().firstMonth(); t < WorldCalendar.MONTHS; t++) {
            double technology = firm.latent().technology(t);
            int copyrights = life.random.poisson(COPYRIGHTS_A_MONTH * zeal * Math.exp(0.3 * technology));
            int contracts = life.random.poisson(CONTRACTS_A_MONTH * Math.exp(0.6 * technology));
            for (int i = 0; i < copyrights; i++) {
                life.copyright(t);
            }
            for (int i = 0; i < contracts; i++) {
                life.contract(t);
            }
        }
    }

    /** One firm's trade in technology. */
    private static final class Life {
        private final Firm firm;
        private final SignalLog log;
        private final RandomStream random;
        private int number;

        Life(Firm firm, SignalLog log, RandomStream random) {
            this.firm = firm;
            this.log = log;
            this.random = random;
        }

        private void copyright(int t) {
            LocalDate registered = firm.calendar().firstDay(t).plusDays(random.between(0, 27));
            LocalDate completed = registered.minusDays(random.between(30, 300));
            Origin origin = random.chance(BOUGHT) ? Origin.ACQUIRED : Origin.ORIGINAL;
            int lag = random.between(5, 30);
            number++;
            if (firm.discloses(Source.COPYRIGHTS)) {
                log.add(new SoftwareCopyright(
                        log.header(registered, registered.plusDays(lag), Source.COPYRIGHTS),
                        no("SR", registered),
                        "合成软件" + number + "号V1.0",
                        completed,
                        origin));
            }
        }

        private void contract(int t) {
            LocalDate day = firm.calendar().firstDay(t).plusDays(random.between(0, 27));
            ContractType type = ContractType.values()[random.between(0, ContractType.values().length - 1)];
            Role role = random.chance(0.75) ? Role.SELLER : Role.BUYER;
            double amount = firm.activity().level(t) * 0.5 * random.noise(0.9);
            Optional<Money> part = random.chance(0.85)
                    ? Optional.of(Money.ofYuan(Math.floor(amount) * random.uniform(0.4, 1)))
                    : Optional.empty();
            int lag = random.between(10, 60);
            boolean cancelled = random.chance(CANCELLED);
            LocalDate ended = day.plusDays(lag + random.between(30, 300));
            number++;
            String no = no("JS", day);
            if (firm.discloses(Source.CONTRACTS)) {
                Money value = Money.ofYuan(Math.ceil(amount));
                log.add(contract(day, day.plusDays(lag), no, type, role, value, part, Status.REGISTERED));
                if (cancelled) {
                    log.restate(contract(day, ended, no, type, role, value, part, Status.CANCELLED), ended);
                }
            }
        }

        private TechnologyContract contract(
                LocalDate day,
                LocalDate published,
                String no,
                ContractType type,
                Role role,
                Money value,
                Optional<Money> part,
                Status status) {
            return new TechnologyContract(
                    log.header(day, published, Source.CONTRACTS), no, type, role, value, part, status);
        }

        private String no(String prefix, LocalDate day) {
            return String.format(
                    Locale.ROOT,
                    "%d%s%06d%03d",
                    day.getYear(),
                    prefix,
                    firm.seed().index() + 1,
                    number);
        }
    }
}
