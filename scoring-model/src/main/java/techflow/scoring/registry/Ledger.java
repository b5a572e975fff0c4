package techflow.scoring.registry;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import techflow.problem.Parameter;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;
import techflow.scoring.registry.ModelEvent.Action;

/**
 * The rules of the ledger, the same for every adapter.
 *
 * @param events all events, oldest first
 */
public record Ledger(List<ModelEvent> events) {
    public Ledger {
        events = List.copyOf(events);
    }

    /** Who bears the alias after all events. */
    public Optional<String> bearer(ModelAlias alias) {
        return bearer(alias, Instant.MAX);
    }

    /** Who bore the alias at an instant, events of that instant included. */
    public Optional<String> bearer(ModelAlias alias, Instant at) {
        return events.stream()
                .filter(event -> event.alias() == alias && !event.change().at().isAfter(at))
                .map(ModelEvent::sha256)
                .reduce((earlier, later) -> later);
    }

    /**
     * The event of a promotion, not yet written.
     *
     * @throws RecordFault PROMOTION_REFUSED when the model bears the alias already, or the change lies before the newest
     *     event
     */
    public ModelEvent promotion(ModelAlias alias, String sha256, Change change) {
        refuseThePast(change);
        if (bearer(alias).filter(sha256::equals).isPresent()) {
            throw refused("Model " + sha256.substring(0, 12) + " is already " + alias, sha256);
        }
        return new ModelEvent(alias, sha256, Action.PROMOTE, change);
    }

    /**
     * The event of a rollback, not yet written. Promotions pile up and rollbacks take them off again.
     *
     * @throws RecordFault PROMOTION_REFUSED when no model bore the alias before
     */
    public ModelEvent rollback(ModelAlias alias, Change change) {
        refuseThePast(change);
        Deque<String> bearers = new ArrayDeque<>();
        for (ModelEvent event : events) {
            if (event.alias() == alias) {
                switch (event.action()) {
                    case PROMOTE -> bearers.push(event.sha256());
                    case ROLLBACK -> bearers.pop();
                }
            }
        }
        if (bearers.size() < 2) {
            throw refused("There is no earlier " + alias + " to roll back to", String.valueOf(bearers.peek()));
        }
        bearers.pop();
        return new ModelEvent(alias, bearers.element(), Action.ROLLBACK, change);
    }

    private void refuseThePast(Change change) {
        if (!events.isEmpty() && change.at().isBefore(events.getLast().change().at())) {
            throw refused(
                    "A change must not lie before the newest event at "
                            + events.getLast().change().at() + ", found " + change.at(),
                    events.getLast().sha256());
        }
    }

    private static RecordFault refused(String message, String sha256) {
        return new RecordFault(ProblemCode.PROMOTION_REFUSED, message, Parameter.safe("sha256", sha256));
    }
}
