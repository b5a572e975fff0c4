-- Promotions carry their approver and the hash of their validation report; the database itself keeps one bearer an alias,
-- the two-person rule and the order of time. Signatures stand beside artefacts, records of training runs beside both.
alter table model_event
    add column approver      text check (length(trim(approver)) > 0),
    add column report_sha256 text check (report_sha256 ~ '^[0-9a-f]{64}$'),
    add constraint model_event_alias_known check (alias in ('champion', 'challenger', 'shadow'));

comment on column model_event.approver is 'Never who trained the model; empty when nobody had to approve';
comment on column model_event.report_sha256 is 'SHA-256 of the validation report that was relied on';

-- One row an alias, so that there cannot be two champions; only the ledger moves it.
create table model_alias (
    alias  text   primary key,
    sha256 text   not null references model_artifact,
    seq    bigint not null references model_event
);

comment on table model_alias is 'Who bears which alias now, as the ledger model_event says';

insert into model_alias (alias, sha256, seq)
select distinct on (alias) alias, sha256, seq from model_event order by alias, seq desc;

create function check_model_event() returns trigger language plpgsql as $$
declare
    trainer text;
begin
    if exists (select from model_event where at > new.at) then
        raise exception 'a change must not lie before the newest event of the ledger, found %', new.at;
    end if;
    if new.action = 'PROMOTE' and new.approver is not null then
        select convert_from(bytes, 'UTF8')::jsonb #>> '{artifact,manifest,trainedBy}' into trainer
        from model_artifact where sha256 = new.sha256;
        if lower(regexp_replace(trim(new.approver), '\s+', ' ', 'g'))
            = lower(regexp_replace(trim(trainer), '\s+', ' ', 'g')) then
            raise exception 'who approves must not be who trained: % did both', new.approver;
        end if;
    end if;
    return new;
end $$;

create function move_model_alias() returns trigger language plpgsql as $$
begin
    insert into model_alias (alias, sha256, seq) values (new.alias, new.sha256, new.seq)
    on conflict (alias) do update set sha256 = excluded.sha256, seq = excluded.seq;
    return null;
end $$;

-- Depth 1 is a statement of somebody's; depth 2 is the ledger's own trigger.
create function refuse_by_hand() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception '% follows the ledger model_event: % by hand is refused', tg_table_name, tg_op;
    end if;
    return new;
end $$;

create trigger model_event_checked before insert on model_event
    for each row execute function check_model_event();
create trigger model_event_moves_alias after insert on model_event
    for each row execute function move_model_alias();
create trigger model_alias_follows before insert or update on model_alias
    for each row execute function refuse_by_hand();
create trigger model_alias_stays before delete on model_alias
    for each row execute function refuse_change();

create table model_signature (
    sha256    text        not null references model_artifact,
    key_id    text        not null check (key_id ~ '^[0-9a-f]{64}$'),
    signature text        not null check (signature ~ '^[0-9a-f]{128}$'),
    signed_by text        not null,
    signed_at timestamptz not null,
    primary key (sha256, key_id)
);

comment on table model_signature is 'Ed25519 over the bytes of the artefact; key_id is SHA-256 of the public key (X.509)';

create table training_run (
    seq          bigint      generated always as identity primary key,
    run_id       text        not null unique,
    started_at   timestamptz not null,
    model_sha256 text        not null check (length(model_sha256) = 64),
    record       text        not null
);

comment on column training_run.model_sha256 is 'The artefact that the run gave, which need not be published';
comment on column training_run.record is 'The whole record, canonical JSON';

create trigger model_signature_append_only before update or delete on model_signature
    for each row execute function refuse_change();
create trigger training_run_append_only before update or delete on training_run
    for each row execute function refuse_change();

-- Row triggers do not see a truncate.
create trigger model_artifact_not_emptied before truncate on model_artifact execute function refuse_change();
create trigger model_event_not_emptied before truncate on model_event execute function refuse_change();
create trigger model_alias_not_emptied before truncate on model_alias execute function refuse_change();
create trigger model_signature_not_emptied before truncate on model_signature execute function refuse_change();
create trigger training_run_not_emptied before truncate on training_run execute function refuse_change();
