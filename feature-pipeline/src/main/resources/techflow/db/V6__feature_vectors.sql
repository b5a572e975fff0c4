-- Vectors of the batch engine. A build is one run over a population; its vectors are never changed, a new run is a new
-- build. One row per firm and as-of, the features in arrays in the order of feature_build_column: a schema may grow
-- without a change of the table.
create table feature_build (
    build_id           bigint generated always as identity primary key,
    schema_version     text        not null,
    schema_fingerprint text        not null,
    inputs             jsonb       not null,
    parts              bigint      not null default 0,
    firms              bigint      not null default 0,
    vectors            bigint      not null default 0,
    missing            bigint      not null default 0,
    last_enterprise    text collate "C",
    started_at         timestamptz not null default now(),
    finished_at        timestamptz
);

comment on table feature_build is 'Runs of the batch engine; without finished_at a run was interrupted and can be resumed';
comment on column feature_build.inputs is 'What the vectors were made of, by name: input files, as-ofs, catalogue';
comment on column feature_build.last_enterprise is 'Up to which firm every vector is stored';

create table feature_build_column (
    build_id bigint  not null references feature_build on delete cascade,
    position integer not null,
    name     text    not null,
    unit     text    not null,
    labels   text[]  not null,
    primary key (build_id, position)
);

comment on column feature_build_column.position is 'Subscript in feature_vector.numbers and .categories, from 1';

create table feature_vector (
    build_id        bigint           not null references feature_build on delete cascade,
    enterprise_id   text collate "C" not null,
    as_of           timestamptz      not null,
    numbers         double precision[] not null,
    categories      text[]           not null,
    missing_reasons text             not null,
    primary key (build_id, enterprise_id, as_of)
);

comment on column feature_vector.numbers is 'Null for a category and where the value is missing';
comment on column feature_vector.categories is 'Null for a number and where the value is missing';
comment on column feature_vector.missing_reasons is
    'One character per feature: . there, N no data, H not enough history, D not disclosed, U undefined';
