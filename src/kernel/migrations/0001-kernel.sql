-- What every module stands on. The owner runs this; the app's role `remit_app` owns nothing.
create extension if not exists btree_gist;
create schema kernel;

-- Guards a business table: row-level security per tenant, and DML for the app's role.
-- A missing tenant setting raises instead of showing nothing.
create function kernel.tenant_table(name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('create policy tenant_wall on %I to remit_app using (tenant_id = current_setting(''remit.tenant'')::uuid)', name);
  execute format('grant select, insert, update, delete on %I to remit_app', name);
end $$;

-- Rows that are only ever added, such as the audit.
create function kernel.append_only_table(name text) returns void language plpgsql as $$
begin
  perform kernel.tenant_table(name);
  execute format('revoke update, delete on %I from remit_app', name);
end $$;

create function kernel.enter_tenant(tenant uuid) returns void language sql as
  $$ select set_config('remit.tenant', tenant::text, true) $$;

create table tenant (
  id                uuid primary key,
  slug              text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name              text not null,
  language          text not null default 'zh-CN',
  time_zone         text not null default 'Asia/Shanghai',
  is_demo           boolean not null default false,
  structure_version bigint not null default 1,
  created_at        timestamptz not null
);
comment on column tenant.structure_version is 'Grows when units, lines, roles or module switches change; caches of rights are keyed by it';
alter table tenant enable row level security;
create policy tenant_wall on tenant to remit_app using (id = current_setting('remit.tenant')::uuid);
grant select, update on tenant to remit_app;

create table module_switch (
  tenant_id  uuid not null references tenant,
  module     text not null,
  is_on      boolean not null,
  changed_at timestamptz not null,
  primary key (tenant_id, module)
);

create table account (
  tenant_id       uuid not null references tenant,
  id              uuid not null,
  login           text not null check (login = lower(login)),
  name            text not null,
  person_id       uuid,
  password_hash   text,
  language        text,
  is_disabled     boolean not null default false,
  auth_epoch      int not null default 1,
  must_change_password boolean not null default false,
  version         int not null default 1,
  created_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, login)
);
comment on column account.person_id is 'person.id of organisation; null for accounts of machines and outside administrators';
comment on column account.auth_epoch is 'Grows when password, roles or state change: sessions of an older epoch are dead';
comment on column account.password_hash is 'PHC string of argon2id; null until a password is set';
create index account_person on account (tenant_id, person_id);

create table session (
  tenant_id    uuid not null,
  id           uuid not null,
  token_hash   bytea not null unique,
  account_id   uuid not null,
  auth_epoch   int not null,
  device       text not null,
  address      text not null,
  created_at   timestamptz not null,
  seen_at      timestamptz not null,
  idle_until   timestamptz not null,
  ends_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account on delete cascade
);
create index session_account on session (tenant_id, account_id);

create table role (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  key        text not null,
  name       text,
  version    int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
comment on column role.name is 'Null for the preset roles, whose names are translated';

create table role_grant (
  tenant_id  uuid not null,
  role_id    uuid not null,
  permission text not null,
  scope      text not null check (scope in ('self', 'reports', 'unit', 'tenant')),
  effect     text not null default 'allow' check (effect in ('allow', 'deny')),
  primary key (tenant_id, role_id, permission, scope),
  foreign key (tenant_id, role_id) references role on delete cascade
);

create table account_role (
  tenant_id   uuid not null,
  account_id  uuid not null,
  role_id     uuid not null,
  unit_id     uuid not null,
  valid_from  date not null,
  valid_until date,
  primary key (tenant_id, account_id, role_id, unit_id, valid_from),
  foreign key (tenant_id, account_id) references account on delete cascade,
  foreign key (tenant_id, role_id) references role on delete cascade,
  check (valid_until > valid_from)
);
comment on column account_role.unit_id is 'Where a grant of scope unit begins: unit.id of organisation, or the tenant''s id for the whole tenant';

create table api_key (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  name        text not null,
  secret_hash bytea not null,
  permissions text[] not null,
  created_by  uuid,
  created_at  timestamptz not null,
  expires_at  timestamptz,
  revoked_at  timestamptz,
  primary key (tenant_id, id)
);

create table invitation (
  token_hash bytea primary key,
  tenant_id  uuid not null references tenant,
  account_id uuid,
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table invitation is 'One-time links: with an account, to set its password; without, to make the first administrator of a new tenant';

create table audit_row (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  at          timestamptz not null,
  account_id  uuid,
  actor_name  text not null,
  action      text not null,
  target      text not null,
  before      jsonb,
  after       jsonb,
  request_id  text not null,
  address     text not null default '',
  primary key (tenant_id, id)
);
create index audit_row_at on audit_row (tenant_id, at desc);
create index audit_row_target on audit_row (tenant_id, target, at desc);

create table idempotency_key (
  tenant_id    uuid not null references tenant,
  account_id   uuid not null,
  key          text not null check (length(key) between 8 and 200),
  request_hash text not null,
  response     jsonb not null,
  created_at   timestamptz not null,
  primary key (tenant_id, account_id, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table setting (
  tenant_id  uuid not null references tenant,
  key        text not null,
  value      jsonb not null,
  changed_at timestamptz not null,
  primary key (tenant_id, key)
);

create table file (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  name        text not null check (length(name) between 1 and 255),
  media_type  text not null,
  size_bytes  bigint not null check (size_bytes >= 0),
  sha256      text not null,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  owner_type  text,
  owner_id    uuid,
  primary key (tenant_id, id)
);
comment on table file is 'The bytes lie outside the web root under the id; name and type are only told here';
comment on column file.owner_type is 'What the file belongs to (task, import …): who may read that may read the file; null = the uploader alone';
create index file_owner on file (tenant_id, owner_type, owner_id);

create table notification (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  account_id uuid not null,
  kind       text not null,
  facts      jsonb not null,
  link       text not null,
  at         timestamptz not null,
  read_at    timestamptz,
  once_key   text,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account on delete cascade
);
comment on column notification.kind is 'Key of the sentence in the words: module.notifications.kind; facts fill it in the reader''s language';
comment on column notification.once_key is 'Tells a reminder from its repetition';
create unique index notification_once on notification (tenant_id, account_id, once_key) where once_key is not null;
create index notification_inbox on notification (tenant_id, account_id, at desc);

select kernel.tenant_table(t) from unnest(array['module_switch', 'account', 'session', 'role', 'role_grant', 'account_role',
  'api_key', 'idempotency_key', 'setting', 'file', 'notification', 'invitation']) t;
select kernel.append_only_table('audit_row');

-- The few questions asked before a tenant is known. They run as the owner and answer one row to who knows the secret.
create function kernel.open_session(hash bytea, at timestamptz) returns table
  (session_id uuid, tenant_id uuid, account_id uuid, auth_epoch int, structure_version bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare hit record;
begin
  select s.id, s.tenant_id, s.account_id, a.auth_epoch, t.structure_version, s.idle_until, s.seen_at, s.created_at into hit
    from session s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id join tenant t on t.id = s.tenant_id
    where s.token_hash = hash and s.auth_epoch = a.auth_epoch and not a.is_disabled and s.idle_until > at and s.ends_at > at;
  if not found then return; end if;
  perform set_config('remit.tenant', hit.tenant_id::text, true);
  return query select hit.id, hit.tenant_id, hit.account_id, hit.auth_epoch, hit.structure_version;
end $$;

-- Keeps a session in use alive, by as long as it may idle; at most once a minute, and never past its end.
create function kernel.touch_session(hash bytea, at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update session set seen_at = at, idle_until = least(ends_at, at + (idle_until - seen_at))
    where token_hash = hash and idle_until > at and ends_at > at and seen_at <= at - interval '1 minute' $$;

create function kernel.open_api_key(key_id uuid, hash bytea, at timestamptz) returns table
  (tenant_id uuid, name text, permissions text[], structure_version bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
declare hit record;
begin
  select k.tenant_id, k.name, k.permissions, t.structure_version into hit from api_key k join tenant t on t.id = k.tenant_id
    where k.id = key_id and k.secret_hash = hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > at);
  if not found then return; end if;
  perform set_config('remit.tenant', hit.tenant_id::text, true);
  return query select hit.tenant_id, hit.name, hit.permissions, hit.structure_version;
end $$;

create function kernel.tenant_by_slug(wanted text) returns uuid language sql security definer set search_path = public, pg_temp as
  $$ select id from tenant where slug = wanted $$;
create function kernel.slug_of(tenant uuid) returns text language sql security definer set search_path = public, pg_temp as
  $$ select slug from tenant where id = slug_of.tenant $$;
-- The only tenant of an installation, so that its people need not type a company code.
create function kernel.only_tenant() returns uuid language sql security definer set search_path = public, pg_temp as
  $$ select min(id::text)::uuid from tenant having count(*) = 1 $$;
-- Makes a tenant: the app's role has no insert on the table itself.
create function kernel.new_tenant(id uuid, slug text, name text, language text, is_demo boolean, at timestamptz) returns void
language sql security definer set search_path = public, pg_temp as
  $$ insert into tenant (id, slug, name, language, is_demo, created_at) values (id, slug, name, language, is_demo, at) $$;
create function kernel.all_tenants() returns setof uuid language sql security definer set search_path = public, pg_temp as
  $$ select id from tenant order by id $$;
create function kernel.invitation(hash bytea, at timestamptz) returns table (tenant_id uuid, account_id uuid)
language sql security definer set search_path = public, pg_temp as
  $$ select tenant_id, account_id from invitation where token_hash = hash and used_at is null and expires_at > at $$;
create function kernel.use_invitation(hash bytea, at timestamptz) returns boolean language sql security definer set search_path = public, pg_temp as
  $$ with used as (update invitation set used_at = at where token_hash = hash and used_at is null and expires_at > at returning 1)
     select exists (select from used) $$;

grant usage on schema kernel, public to remit_app;
grant execute on all functions in schema kernel to remit_app;
revoke execute on function kernel.tenant_table(text), kernel.append_only_table(text) from remit_app, public;
