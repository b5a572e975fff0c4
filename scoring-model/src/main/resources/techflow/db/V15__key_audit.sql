-- Who may call is as much a matter of the audit log as who called: every key that is made or revoked stands in it, whoever
-- did it and by whatever way. A rotation is the making of the successor.
alter table api_key add column revoked_by text;

create function audit_api_key() returns trigger language plpgsql as $$
begin
    -- members sorted, as the canonical JSON of events wants them
    insert into audit_event (event) values (
        '{"actor":' || to_json(case tg_op when 'INSERT' then new.created_by else coalesce(new.revoked_by, current_user) end)
        || ',"at":"' || to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","kind":"' || case tg_op when 'INSERT' then 'KEY_CREATED' else 'KEY_REVOKED' end
        || '","resource":' || to_json(new.key_id)
        || ',"roles":"' || array_to_string(new.roles, ' ')
        || '","tenant":' || to_json(new.tenant_id) || '}');
    return null;
end $$;

create trigger api_key_created_audited after insert on api_key
    for each row execute function audit_api_key();
create trigger api_key_revoked_audited after update on api_key
    for each row when (old.revoked_at is null and new.revoked_at is not null) execute function audit_api_key();
