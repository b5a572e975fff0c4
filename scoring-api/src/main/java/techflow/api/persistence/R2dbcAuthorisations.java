package techflow.api.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;
import techflow.api.application.Authorisation;
import techflow.api.application.AuthorisationRegister;
import techflow.features.signal.EnterpriseId;
import techflow.scoring.audit.AuditEvent;

/** Authorisations in PostgreSQL, each change with its audit event in one statement. */
public final class R2dbcAuthorisations implements AuthorisationRegister {
    private static final String KEEP = """
            with kept as (
                insert into authorisation (authorisation_id, tenant_id, enterprise_id, number, purposes, granted_at,
                    expires_at, evidence_sha256, filed_at, filed_by)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                on conflict on constraint authorisation_number_once do nothing returning 1)
            insert into audit_event (event) select $11 from kept""";
    private static final String REVOKE = """
            with revoked as (
                insert into authorisation_revocation (authorisation_id, revoked_at, revoked_by, reason)
                values ($1, $2, $3, $4) on conflict do nothing returning 1)
            insert into audit_event (event) select $5 from revoked""";
    private static final String SELECT =
            "select * from authorisation a left join authorisation_revocation r using (authorisation_id) where ";
    private static final String BY_NUMBER =
            SELECT + "tenant_id = $1 and number = $2 order by (enterprise_id = $3) desc limit 1";
    private static final String BY_ID = SELECT + "authorisation_id = $1";
    private static final String LIST = SELECT + "tenant_id = $1 and enterprise_id = $2 and authorisation_id < $3"
            + " order by authorisation_id desc limit $4";
    /** After every UUID. */
    private static final String LAST = "g";

    private final Database database;

    public R2dbcAuthorisations(Database database) {
        this.database = database;
    }

    @Override
    public Mono<Authorisation> keep(Authorisation authorisation, AuditEvent event) {
        Authorisation.Terms terms = authorisation.terms();
        return database.change(
                        KEEP,
                        List.of(
                                authorisation.id(),
                                authorisation.tenant(),
                                terms.enterprise().code(),
                                terms.number(),
                                terms.purposes().stream().map(Enum::name).toArray(String[]::new),
                                utc(terms.grantedAt()),
                                utc(terms.expiresAt()),
                                terms.evidenceSha256(),
                                utc(authorisation.filedAt()),
                                authorisation.filedBy(),
                                event.json()))
                .then(byNumber(
                        authorisation.tenant(),
                        terms.number(),
                        terms.enterprise().code()));
    }

    @Override
    public Mono<Void> revoke(String id, Authorisation.Revocation revocation, AuditEvent event) {
        return database.change(
                        REVOKE, List.of(id, utc(revocation.at()), revocation.by(), revocation.reason(), event.json()))
                .then();
    }

    @Override
    public Mono<Authorisation> find(String id) {
        return database.row(BY_ID, List.of(id), AuthorisationRows::read);
    }

    @Override
    public Mono<List<Authorisation>> list(String tenant, EnterpriseId enterprise, Optional<String> before, int limit) {
        return database.rows(
                LIST, List.of(tenant, enterprise.code(), before.orElse(LAST), limit), AuthorisationRows::read);
    }

    private Mono<Authorisation> byNumber(String tenant, String number, String enterprise) {
        return database.row(BY_NUMBER, List.of(tenant, number, enterprise), AuthorisationRows::read);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
