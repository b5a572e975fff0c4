-- Objections of enterprises to what is held of them. Filing, answering and scoring again are events that never change.
create table objection (
    objection_id  text        primary key,
    tenant_id     text        not null references tenant,
    enterprise_id text collate "C" not null check (length(enterprise_id) = 18),
    item_kind     text        not null check (item_kind in ('SIGNAL', 'FEATURE', 'SCORE')),
    item          text        not null check (length(item) between 1 and 200),
    statement     text        not null check (length(trim(statement)) > 0),
    filed_at      timestamptz not null,
    filed_by      text        not null,
    due_on        date        not null
);

comment on column objection.item is 'KIND/natural key of a signal, name of a feature, or id of a score';
comment on column objection.due_on is 'Last day for the written answer: filed and 20 days (征信业管理条例 art. 25)';
create index objection_of_enterprise on objection (enterprise_id);
create index objection_of_tenant on objection (tenant_id, objection_id desc);

create table objection_answer (
    objection_id text        primary key references objection,
    outcome      text        not null check (outcome in ('CORRECTED', 'NOTED', 'REJECTED')),
    text         text        not null check (length(trim(text)) > 0),
    correction   text        not null,
    answered_at  timestamptz not null,
    answered_by  text        not null,
    constraint a_correction_names_what_was_loaded check ((outcome = 'CORRECTED') = (length(trim(correction)) > 0))
);

create table objection_rescore (
    objection_id text        primary key references objection_answer,
    score_id     text        not null,
    refused      text        not null,
    at           timestamptz not null,
    constraint scored_again_or_refused check ((score_id = '') <> (refused = ''))
);

comment on column objection_rescore.refused is 'Code of why the firm could not be scored again';

-- Scores that retention removed. Their hashes stay in the audit log.
create table score_removed (
    score_id     text        primary key,
    requested_at timestamptz not null,
    removed_at   timestamptz not null
);

do $$
declare
    kept text;
begin
    foreach kept in array array['objection', 'objection_answer', 'objection_rescore', 'score_removed'] loop
        execute format('create trigger %1$s_append_only before update or delete on %1$s'
            ' for each row execute function refuse_change()', kept);
        execute format('create trigger %1$s_not_emptied before truncate on %1$s execute function refuse_change()', kept);
    end loop;
end $$;

-- Records of automated decisions are kept three years at least (个人信息保护法 art. 56); younger scores cannot be removed.
-- An older one leaves a mark, whoever deletes it.
create function score_log_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('techflow.retention', true) = 'scores'
        and old.requested_at < now() - interval '3 years' then
        insert into score_removed (score_id, requested_at, removed_at) values (old.score_id, old.requested_at, now());
        return old;
    end if;
    raise exception '% is append-only: % is refused', tg_table_name, tg_op;
end $$;
drop trigger score_log_append_only on score_log;
create trigger score_log_append_only before update or delete on score_log
    for each row execute function score_log_stays();

-- The only way a score leaves, after its time.
create function remove_scores(before timestamptz) returns bigint language plpgsql as $$
declare
    removed bigint;
begin
    if before > now() - interval '3 years' then
        raise exception 'scores of the last three years must stay, found %', before;
    end if;
    perform set_config('techflow.retention', 'scores', true);
    delete from score_log where requested_at < before;
    get diagnostics removed = row_count;
    perform set_config('techflow.retention', '', true);
    return removed;
end $$;
