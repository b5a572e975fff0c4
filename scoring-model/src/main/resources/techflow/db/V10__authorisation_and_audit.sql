-- Authorisations of the data subject: what was granted, and what was revoked later. Both are events that never change.
create table authorisation (
    authorisation_id text        primary key,
    tenant_id        text        not null references tenant,
    enterprise_id    text collate "C" not null check (length(enterprise_id) = 18),
    number           text        not null check (length(number) between 4 and 64),
    purposes         text[]      not null check (cardinality(purposes) > 0 and purposes <@ array[
        'LOAN_ORIGINATION', 'LOAN_REVIEW', 'LIMIT_ADJUSTMENT', 'POST_LOAN_MONITORING', 'GUARANTEE_REVIEW']),
    granted_at       timestamptz not null,
    expires_at       timestamptz not null,
    evidence_sha256  text        not null check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
    filed_at         timestamptz not null,
    filed_by         text        not null,
    constraint authorisation_ends_after_it_begins check (expires_at > granted_at),
    constraint authorisation_number_once unique (tenant_id, number, enterprise_id)
);

comment on table authorisation is 'Grants. A document that several firms of a group signed is filed once for each of them';
comment on column authorisation.number is 'As the lender numbers it; scores name it as their authorisationId';
comment on column authorisation.evidence_sha256 is 'SHA-256 of the signed document, which stays with the lender';
create index authorisation_of_enterprise on authorisation (tenant_id, enterprise_id, authorisation_id desc);

create table authorisation_revocation (
    authorisation_id text        primary key references authorisation,
    revoked_at       timestamptz not null,
    revoked_by       text        not null,
    reason           text        not null check (length(trim(reason)) > 0)
);

-- The audit log: who asked what about whom and why, chained by hashes. A month has sixteen chains (lanes), so that
-- writers seldom wait for one another; a connection keeps to one lane, so that no transaction ever locks two.
create table audit_chain (
    month         text     not null,
    lane          smallint not null check (lane between 0 and 15),
    seq           bigint   not null,
    previous_hash bytea    not null,
    hash          bytea    not null check (length(hash) = 32),
    primary key (month, lane)
) with (fillfactor = 20);

comment on table audit_chain is 'Head of each chain; only a new row of audit_event moves it';

create table audit_event (
    month         text     not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
    lane          smallint not null,
    seq           bigint   not null,
    event         text     not null,
    previous_hash bytea    not null,
    hash          bytea    not null,
    kind          text     not null generated always as (event::jsonb ->> 'kind') stored,
    at            text     not null generated always as (event::jsonb ->> 'at') stored
        check (at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$'),
    tenant_id     text     not null generated always as (event::jsonb ->> 'tenant') stored,
    enterprise_id text collate "C" generated always as (event::jsonb ->> 'enterprise') stored,
    resource_id   text     generated always as (event::jsonb ->> 'resource') stored,
    primary key (month, lane, seq)
);

comment on column audit_event.event is 'Canonical JSON: members sorted, texts only; the other columns are read from it';
comment on column audit_event.hash is 'SHA-256 of previous_hash followed by the UTF-8 bytes of event';
create index audit_event_of_tenant on audit_event (tenant_id, at desc, lane desc, seq desc);
create index audit_event_of_enterprise on audit_event (enterprise_id, tenant_id, at desc, lane desc, seq desc)
    where enterprise_id is not null;

-- The first hash of a chain names the chain, so that whole chains cannot be exchanged.
create function audit_genesis(month text, lane smallint) returns bytea immutable language sql
    return sha256(convert_to('techflow audit ' || month || '/' || lane, 'UTF8'));

-- The one writer of the log. The row of the chain's head is locked by the upsert until the transaction ends: the next
-- writer of the lane sees this link or, after a rollback, none of it.
create function audit_link() returns trigger language plpgsql as $$
declare
    line bytea := convert_to(new.event, 'UTF8');
begin
    new.month := substr(new.event::jsonb ->> 'at', 1, 7);
    new.lane := pg_backend_pid() % 16;
    insert into audit_chain as chain (month, lane, seq, previous_hash, hash)
    values (new.month, new.lane, 1, audit_genesis(new.month, new.lane),
        sha256(audit_genesis(new.month, new.lane) || line))
    on conflict (month, lane) do update
        set seq = chain.seq + 1, previous_hash = chain.hash, hash = sha256(chain.hash || line)
    returning chain.seq, chain.previous_hash, chain.hash into new.seq, new.previous_hash, new.hash;
    return new;
end $$;

-- Depth 1 is a statement of somebody's; depth 2 is the log's own trigger.
create function refuse_audit_chain_by_hand() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception '% follows audit_event: % by hand is refused', tg_table_name, tg_op;
    end if;
    return new;
end $$;

create trigger audit_event_linked before insert on audit_event
    for each row execute function audit_link();
create trigger audit_chain_follows before insert or update on audit_chain
    for each row execute function refuse_audit_chain_by_hand();

do $$
declare
    kept text;
begin
    foreach kept in array array['authorisation', 'authorisation_revocation', 'audit_event'] loop
        execute format('create trigger %1$s_append_only before update or delete on %1$s'
            ' for each row execute function refuse_change()', kept);
    end loop;
    foreach kept in array array['authorisation', 'authorisation_revocation', 'audit_event', 'audit_chain', 'score_log',
            'technology_settings'] loop
        execute format('create trigger %1$s_not_emptied before truncate on %1$s execute function refuse_change()', kept);
    end loop;
end $$;
create trigger audit_chain_stays before delete on audit_chain
    for each row execute function refuse_change();
