package techflow.features.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import techflow.features.definition.FeatureValue;
import techflow.features.signal.Patent;
import techflow.features.signal.Signal;

/** The naive oracle for pairs of facts: it puts together what the other parts of the oracle have said. */
final class NaiveInteractions extends NaiveReading {
    private final Map<String, FeatureValue> said;
    private final NaivePatents patents;

    NaiveInteractions(Instant asOf, Collection<Signal> history, Map<String, FeatureValue> said) {
        super(asOf, history);
        this.said = said;
        this.patents = new NaivePatents(asOf, history);
    }

    Map<String, FeatureValue> say() {
        FeatureValue leverage = told("leverage");
        onEquity("ip_net_content_on_equity", told("ip_net_content"), leverage, equity -> equity);
        double owned = 0;
        for (Patent patent : all(Patent.class)) {
            String state = patents.state(patent);
            owned += state.equals("alive") || state.equals("pending") ? 1 : 0;
        }
        FeatureValue count = all(Patent.class).isEmpty() ? told("ip_net_content") : FeatureValue.of(owned);
        onEquity("patents_on_thin_equity", count, leverage, equity -> equity < 0.3 ? 1 : 0);
        FeatureValue invoiced = told("invoice_sales_growth_12m");
        FeatureValue declared = told("tax_sales_growth_12m");
        boolean useTax = missing(invoiced) && !missing(declared);
        distance("sales_growth_distance", useTax ? declared : invoiced);
        return answers;
    }

    private FeatureValue told(String name) {
        return Objects.requireNonNull(said.get(name), name);
    }

    private static boolean missing(FeatureValue value) {
        return value instanceof FeatureValue.Missing;
    }

    private static double number(FeatureValue value) {
        return ((FeatureValue.Numeric) value).value();
    }

    private void onEquity(String name, FeatureValue amount, FeatureValue leverage, DoubleUnaryOperator factor) {
        if (missing(amount)) {
            answers.put(name, amount);
        } else if (missing(leverage)) {
            answers.put(name, leverage);
        } else {
            double equity = number(leverage) > 1 ? 0 : 1 - number(leverage);
            say(name, number(amount) * factor.applyAsDouble(equity));
        }
    }

    private void distance(String name, FeatureValue growth) {
        if (missing(growth)) {
            answers.put(name, growth);
        } else if (number(growth) < 0) {
            say(name, -number(growth));
        } else {
            say(name, number(growth) > 0.3 ? number(growth) - 0.3 : 0);
        }
    }
}
