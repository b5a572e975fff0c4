-- A tenant is a lender or a platform whose queries, scores and files nobody else sees. A key belongs to one, bears roles
-- and may end.
create table tenant (
    tenant_id  text        primary key check (tenant_id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name       text        not null check (length(trim(name)) > 0),
    created_at timestamptz not null default now()
);

insert into tenant (tenant_id, name) values ('default', '本机构 This institution');

-- Keys made before there were roles could do everything, and go on doing it.
alter table api_key
    add column tenant_id  text   not null default 'default' references tenant,
    add column roles      text[] not null default '{ADMIN}',
    add column expires_at timestamptz,
    add constraint api_key_roles_known check (
        cardinality(roles) > 0 and roles <@ array['OFFICER', 'ENGINEER', 'MONITOR', 'AUDITOR', 'ADMIN']),
    add constraint api_key_ends_after_it_began check (expires_at > created_at);
alter table api_key alter column tenant_id drop default, alter column roles drop default;

comment on column api_key.expires_at is 'From then on the key is refused; empty means it does not end by itself';

alter table score_log add column tenant_id text not null default 'default' references tenant;
alter table score_log alter column tenant_id drop default;
comment on column score_log.tenant_id is 'Whose query it was; only its own keys see the score';
comment on column score_log.client is 'Who asked: api_key.key_id, or the client of a token';

drop index score_log_enterprise;
create index score_log_enterprise on score_log (tenant_id, enterprise_id, requested_at desc, score_id desc);
