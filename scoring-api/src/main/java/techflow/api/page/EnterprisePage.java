package techflow.api.page;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;
import techflow.api.application.AuditTrail;
import techflow.api.application.Authorisations;
import techflow.api.application.EnterpriseDirectory;
import techflow.api.application.Objections;
import techflow.api.application.Purpose;
import techflow.features.signal.EnterpriseId;
import techflow.problem.ProblemCode;
import techflow.problem.RecordFault;

/** The page of one firm: what is known, its authorisations, what was asked about it, and the forms. */
@Component
final class EnterprisePage {
    private static final int AUTHORISATIONS = 50;
    private static final int QUERIES = 20;

    private final EnterpriseDirectory directory;
    private final Authorisations authorisations;
    private final AuditTrail trail;
    private final Objections objections;
    private final Clock clock;

    EnterprisePage(
            EnterpriseDirectory directory,
            Authorisations authorisations,
            AuditTrail trail,
            Objections objections,
            Clock clock) {
        this.directory = directory;
        this.authorisations = authorisations;
        this.trail = trail;
        this.objections = objections;
        this.clock = clock;
    }

    /** Who looks at which firm, in which language. */
    record Visit(EnterpriseId enterprise, String tenant, Locale locale) {}

    /**
     * The forms, each as it was typed.
     *
     * @param refusal code of the fault that refused a score, empty when none did
     */
    record Forms(EnterpriseForm score, String refusal, TypedForm authorisation, TypedForm objection) {
        static final Forms EMPTY =
                new Forms(EnterpriseForm.of(java.util.Map.of()), "", TypedForm.EMPTY, TypedForm.EMPTY);

        static Forms score(EnterpriseForm form, String refusal) {
            return new Forms(form, refusal, TypedForm.EMPTY, TypedForm.EMPTY);
        }

        static Forms authorisation(TypedForm form) {
            return new Forms(EMPTY.score(), "", form, TypedForm.EMPTY);
        }

        static Forms objection(TypedForm form) {
            return new Forms(EMPTY.score(), "", TypedForm.EMPTY, form);
        }
    }

    /** The name of the page; fails with ENTERPRISE_UNKNOWN when nothing is known of the firm. */
    Mono<String> show(Visit visit, Forms forms, Model model) {
        LawRows rows = new LawRows(Language.of(visit.locale()), clock.instant());
        return directory
                .find(visit.enterprise())
                .switchIfEmpty(Mono.error(() ->
                        new RecordFault(ProblemCode.ENTERPRISE_UNKNOWN, "No enterprise with this code is known here")))
                .doOnNext(found -> {
                    model.addAttribute("enterprise", found);
                    model.addAttribute("profile", found.profile().orElse(null));
                    model.addAttribute("form", forms.score());
                    model.addAttribute("refusal", forms.refusal());
                    model.addAttribute("filing", forms.authorisation());
                    model.addAttribute("purposes", Purpose.values());
                    model.addAttribute("objecting", forms.objection());
                })
                .then(authorisations.list(visit.tenant(), visit.enterprise(), Optional.empty(), AUTHORISATIONS))
                .doOnNext(slice -> model.addAttribute(
                        "authorisations",
                        slice.items().stream().map(rows::authorisation).toList()))
                .then(objections.list(
                        visit.tenant(), visit.enterprise().code(), false, Optional.empty(), AUTHORISATIONS))
                .doOnNext(slice -> model.addAttribute(
                        "objections",
                        slice.items().stream().map(rows::objection).toList()))
                .then(trail.queries(visit.tenant(), visit.enterprise(), Optional.empty(), QUERIES))
                .doOnNext(slice -> {
                    model.addAttribute(
                            "queries", slice.items().stream().map(rows::query).toList());
                    model.addAttribute("moreQueries", slice.next().isPresent());
                })
                .thenReturn("enterprise");
    }
}
