-- Peer tables: how the firms of a population stood at one instant. Never changed; a table made again is a new one, and of
-- two for one instant the one built last counts.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only: % is refused', tg_table_name, tg_op;
end $$;

create table peer_table (
    id                  text        primary key check (length(id) = 64),
    as_of               timestamptz not null,
    feature_set         text        not null,
    schema_fingerprint  text        not null check (length(schema_fingerprint) = 64),
    firms               integer     not null check (firms >= 0),
    groups              integer     not null check (groups >= 0),
    built_at            timestamptz not null default now(),
    body                text        not null
);

comment on column peer_table.id is 'SHA-256 of body';
comment on column peer_table.as_of is 'Nothing known at or after this instant is in the table';
comment on column peer_table.body is 'The canonical text of techflow.features.peer.PeerTable';
create index peer_table_fingerprint on peer_table (schema_fingerprint, as_of);

create trigger peer_table_append_only before update or delete on peer_table
    for each row execute function refuse_change();

-- A database of signals alone has no score log.
alter table if exists score_log add column peer_table_id text references peer_table;
