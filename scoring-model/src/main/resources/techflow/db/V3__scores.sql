-- Scores as they were given, each with all that is needed to compute it again.
create table technology_settings (
    version text primary key,
    yaml    text not null
);

create table score_log (
    score_id            text        primary key,
    requested_at        timestamptz not null,
    enterprise_id       text        not null,
    as_of               timestamptz not null,
    purpose             text        not null,
    authorisation_id    text        not null,
    client              text        not null,
    request_id          text        not null,
    channel             text        not null check (channel in ('API', 'WEB')),
    model_sha256        text        not null references model_artifact,
    settings_version    text        not null references technology_settings,
    inputs              text        not null,
    result              text        not null,
    answer              text        not null
);

comment on column score_log.client is 'api_key.key_id of the caller; a caller sees its own scores only';
comment on column score_log.inputs is 'The feature vector, canonical JSON, numbers exact';
comment on column score_log.result is 'The scoring result, canonical JSON; techflow replay must reproduce it byte for byte';
comment on column score_log.answer is 'The API answer as it was sent';
create index score_log_enterprise on score_log (enterprise_id, requested_at desc);

create trigger technology_settings_append_only before update or delete on technology_settings
    for each row execute function refuse_change();
create trigger score_log_append_only before update or delete on score_log
    for each row execute function refuse_change();

-- API keys by hash; the key itself is shown once and kept nowhere.
create table api_key (
    key_id     text        primary key,
    sha256     text        not null unique check (length(sha256) = 64),
    label      text        not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
