-- Keys rotate: the successor takes over tenant, roles and label; the predecessor works on for an overlap, then ends.
alter table api_key
    add column replaced_by  text unique references api_key,
    add column last_used_at timestamptz,
    add column created_by   text not null default current_user;

comment on column api_key.replaced_by is 'The key that took over; this one ends at expires_at';
comment on column api_key.last_used_at is 'Coarse: written at most once an hour, so that a request costs no write';
comment on column api_key.created_by is 'key_id of the administrator, or the user of the command line';

create index api_key_of_tenant on api_key (tenant_id, created_at);

-- One statement for the command line and the service. No row when the key is not in force, or was rotated before.
create function rotate_api_key(
    old_id text, new_id text, new_sha256 text, overlap interval, who text, of_tenant text default null)
returns setof api_key language sql as $$
    with old as (
        select * from api_key
        where key_id = old_id and (of_tenant is null or tenant_id = of_tenant)
            and revoked_at is null and replaced_by is null and (expires_at is null or expires_at > now())
        for update),
    fresh as (
        insert into api_key (key_id, tenant_id, roles, sha256, label, created_at, expires_at, created_by)
        select new_id, tenant_id, roles, new_sha256, label, now(), now() + (expires_at - created_at), who from old
        returning *),
    ended as (
        update api_key set replaced_by = new_id, expires_at = least(expires_at, now() + overlap)
        where key_id in (select key_id from old)
        returning key_id)
    select * from fresh
$$;
