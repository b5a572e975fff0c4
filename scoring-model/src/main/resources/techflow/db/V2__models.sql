-- The model registry: artefacts by hash, and an append-only ledger of who did what to which alias, when and why.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused', tg_table_name, tg_op;
end $$;

create table model_artifact (
    sha256       text        primary key check (length(sha256) = 64),
    model_id     text        not null,
    version      text        not null,
    bytes        bytea       not null,
    published_at timestamptz not null,
    published_by text        not null,
    unique (model_id, version)
);

create table model_event (
    seq    bigint generated always as identity primary key,
    at     timestamptz not null,
    alias  text        not null,
    sha256 text        not null references model_artifact,
    action text        not null check (action in ('PROMOTE', 'ROLLBACK')),
    actor  text        not null,
    reason text        not null check (length(trim(reason)) > 0)
);

comment on table model_event is 'The newest event of an alias tells which model bears it now';
create index model_event_alias on model_event (alias, seq desc);

create trigger model_artifact_append_only before update or delete on model_artifact
    for each row execute function refuse_change();
create trigger model_event_append_only before update or delete on model_event
    for each row execute function refuse_change();
