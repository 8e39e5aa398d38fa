-- Failed tries to sign in, by what was tried: a login, a login from an address, an address. Old rows are swept.
create table sign_in_failure (
  tenant_id   uuid not null references tenant,
  subject     text not null,
  failures    int not null check (failures > 0),
  retry_after timestamptz,
  last_at     timestamptz not null,
  primary key (tenant_id, subject)
);
comment on table sign_in_failure is 'Stands apart from account, so that a login nobody has is slowed down alike';
comment on column sign_in_failure.subject is 'First 16 bytes of SHA-256, base64url, of login:…, pair:… or address:…';
create index sign_in_failure_age on sign_in_failure (last_at);

select kernel.tenant_table('sign_in_failure');
