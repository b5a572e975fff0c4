-- Signals of every kind, every version of every observation. One table, so that one query reads a firm's whole history
-- and one decoder turns it into records.
create table signal (
    enterprise_id text collate "C" not null check (length(enterprise_id) = 18),
    kind          text collate "C" not null,
    natural_key   text collate "C" not null,
    known_at      timestamptz not null,
    occurred_at   date        not null,
    source        text        not null,
    cells         text[]      not null,
    primary key (enterprise_id, kind, natural_key, known_at)
);

comment on table signal is 'Observations about enterprises; a restatement is a new row with a later known_at';
comment on column signal.known_at is 'Since when a lender could have known it';
comment on column signal.cells is 'The kind''s own CSV cells, in the order of techflow.features.signal.SignalFormat';

-- Search by name on the page and in the API.
create index signal_profile_name on signal ((cells[1]) text_pattern_ops) where kind = 'ENTERPRISE_PROFILE';
