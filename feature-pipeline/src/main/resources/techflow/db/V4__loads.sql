-- One row for every load of a file: what came of each of its rows, and how far the load is while it runs. The counts are
-- written in the transaction that stores the rows, so that a load that was killed goes on after its last stored row.
create table signal_load (
    load_id       bigint      generated always as identity primary key,
    file_name     text        not null check (file_name !~ '/'),
    kind          text collate "C" not null,
    sha256        text collate "C" not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes         bigint      not null check (bytes >= 0),
    application   text        not null,
    strict        boolean     not null,
    status        text        not null check (status in ('RUNNING', 'DONE', 'FAILED', 'INTERRUPTED')),
    started_at    timestamptz not null default clock_timestamp(),
    finished_at   timestamptz,
    rows_read     bigint      not null default 0,
    inserted      bigint      not null default 0,
    duplicates    bigint      not null default 0,
    conflicts     bigint      not null default 0,
    rejected      bigint      not null default 0,
    warnings      bigint      not null default 0,
    rejects_file  text        not null default '',
    rejects_bytes bigint      not null default 0,
    reason        text        not null default '',
    constraint every_row_is_accounted_for check (rows_read = inserted + duplicates + conflicts + rejected),
    constraint an_end_has_its_time check ((status in ('DONE', 'FAILED')) = (finished_at is not null))
);

comment on table signal_load is 'The ledger of loads: one row for each load of a file into signal';
comment on column signal_load.sha256 is 'Of the bytes of the file as it lies on disk, compressed or not';
comment on column signal_load.duplicates is 'Rows that were there already, or came twice in the file';
comment on column signal_load.conflicts is 'Rows that contradict the stored row of the same key and known_at, which stays';
comment on column signal_load.warnings is 'Rows of unknown firms or patents; they are stored';
comment on column signal_load.rejects_bytes is 'Length of the rejects file when rows_read was written';

-- A file has at most one load that is not over.
create unique index signal_load_open on signal_load (sha256, kind) where status in ('RUNNING', 'INTERRUPTED');
create index signal_load_sha256 on signal_load (sha256, kind);
