-- One answer for one request, however often it is sent. The row is written in the statement that keeps the answer, so
-- that a request which never ended leaves nothing behind.
create table request_key (
    tenant_id   text        not null references tenant,
    scope       text        not null check (scope ~ '^(client|job):.'),
    key         text        not null check (length(key) between 1 and 160),
    fingerprint text        not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    answer_id   text        not null,
    at          timestamptz not null,
    primary key (tenant_id, scope, key)
);

comment on table request_key is 'Under which key a request was answered, and with what; swept after the retention';
comment on column request_key.scope is 'client:ID for a caller''s Idempotency-Key, job:ID for the rows of a job';
comment on column request_key.fingerprint is 'SHA-256 of method, path and body; another one under the same key is refused';
comment on column request_key.answer_id is 'score_log.score_id or score_job.job_id; retention may remove the answer first';
-- Rows come in the order of time, so a few pages of ranges find the old ones.
create index request_key_at on request_key using brin (at);

-- Jobs: many rows, one answer each, that outlive the request and the process.
create table score_job (
    job_id       text        primary key,
    tenant_id    text        not null references tenant,
    client       text        not null,
    request_id   text        not null,
    submitted_at timestamptz not null,
    state        text        not null check (state in ('RECEIVING', 'QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    total        integer     not null default 0 check (total >= 0),
    started_at   timestamptz,
    finished_at  timestamptz,
    reason       text        not null default '',
    lease_owner  text        not null default '',
    lease_until  timestamptz,
    constraint an_end_has_its_time check ((state in ('DONE', 'CANCELLED', 'FAILED')) = (finished_at is not null)),
    constraint who_runs_holds_a_lease check (state <> 'RUNNING' or (lease_owner <> '' and lease_until is not null))
);

comment on column score_job.lease_owner is 'The instance that works on it; after lease_until another one may';
create index score_job_open on score_job (submitted_at) where state in ('RECEIVING', 'QUEUED', 'RUNNING');
create index score_job_tenant on score_job (tenant_id, submitted_at desc);

create table score_job_row (
    job_id    text    not null references score_job on delete cascade,
    row_index integer not null check (row_index >= 0),
    request   text    not null,
    status    text    check (status in ('SCORED', 'DEGRADED', 'NOT_SCORED', 'FAILED')),
    score_id  text,
    problem   text,
    primary key (job_id, row_index),
    constraint an_outcome_is_a_score_or_a_problem check (
        case when status is null then score_id is null and problem is null
             when status = 'FAILED' then score_id is null and problem is not null
             else score_id is not null and problem is null end)
);

comment on column score_job_row.status is 'Empty until the row has its outcome';
create index score_job_row_open on score_job_row (job_id, row_index) where status is null;

-- The score before this one, for the trend.
create index score_log_as_of on score_log (tenant_id, enterprise_id, as_of desc);
