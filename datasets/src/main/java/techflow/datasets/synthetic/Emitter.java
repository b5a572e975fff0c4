package techflow.datasets.synthetic;

/**
 * Turns the hidden life of a firm into the signals of one source. An emitter walks the months in order, draws from its
 * own stream and looks at the latent state up to the month it writes about, never at the default.
 */
interface Emitter {
    void emit(Firm firm, SignalLog log);
}
