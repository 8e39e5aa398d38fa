-- Where facts come from: systems that tell by signed events, and systems that are asked.
create table source (
  tenant_id       uuid not null references tenant,
  id              uuid not null,
  code            text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name            text not null check (length(name) between 1 and 200),
  kind            text not null check (kind in ('webhook', 'sql', 'rest')),
  state           text not null default 'paused' check (state in ('on', 'paused')),
  address         jsonb not null default '{}',
  mapping         jsonb,
  takes           text not null default 'sound' check (takes in ('sound', 'whole')),
  every_minutes   int check (every_minutes between 1 and 10080),
  rhythm          text not null default 'none' check (rhythm in ('none', 'day', 'workday', 'week', 'month')),
  owner_id        uuid,
  cursor          jsonb,
  last_fact_at    timestamptz,
  last_run_at     timestamptz,
  next_run_at     timestamptz,
  failing_since   timestamptz,
  failures        int not null default 0,
  running_id      uuid,
  running_until   timestamptz,
  silent_told_for date,
  version         int not null default 1,
  created_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, owner_id) references person
);
comment on column source.code is 'Its facts have the source source:<code>; never changed';
comment on column source.address is 'How it is asked, without any secret; empty for a webhook';
comment on column source.mapping is 'Which field of a row is what of a fact; null until it is stated';
comment on column source.takes is 'sound: bad rows are kept apart; whole: a page or delivery with a bad row is refused';
comment on column source.every_minutes is 'Null: only when asked by hand, or told';
comment on column source.cursor is 'How far it was read: saved with the facts';
comment on column source.running_id is 'The run that reads it now; another may begin after running_until';
comment on column source.silent_told_for is 'The last day with facts when the owner was told of the silence: told once for each';
create index source_due on source (tenant_id, next_run_at) where state = 'on';

-- SENSITIVE: signing secrets of webhooks, passwords and tokens of systems that are asked. Never sent out, logged or audited.
create table source_secret (
  tenant_id   uuid not null,
  id          uuid not null,
  source_id   uuid not null,
  value       text not null,
  created_at  timestamptz not null,
  valid_until timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references source on delete cascade
);
comment on column source_secret.value is 'sensitive';
comment on column source_secret.valid_until is 'Set when a new one was made: both are good until then';
create index source_secret_source on source_secret (tenant_id, source_id);

create table source_run (
  tenant_id  uuid not null,
  id         uuid not null,
  source_id  uuid not null,
  cause      text not null check (cause in ('schedule', 'hand', 'event', 'replay')),
  started_at timestamptz not null,
  ended_at   timestamptz,
  rows       int not null default 0,
  recorded   int not null default 0,
  known      int not null default 0,
  refused    int not null default 0,
  problem    jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references source on delete cascade
);
comment on column source_run.problem is '{code, facts}: why it ended before all was read';
create index source_run_started on source_run (tenant_id, source_id, started_at desc);

create table source_reject (
  tenant_id  uuid not null,
  id         uuid not null,
  source_id  uuid not null,
  run_id     uuid not null,
  at         timestamptz not null,
  payload    jsonb not null,
  code       text not null,
  facts      jsonb not null default '{}',
  state      text not null default 'kept' check (state in ('kept', 'taken', 'dropped')),
  settled_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references source on delete cascade
);
comment on table source_reject is 'Rows that could not be taken, as they came; at most some thousand a source, and for some time';
create index source_reject_source on source_reject (tenant_id, source_id, state, at desc);

select kernel.tenant_table(t) from unnest(array['source', 'source_secret', 'source_run', 'source_reject']) t;

-- Whose the source is that an event names, before anybody is known; enters no tenant.
create function kernel.tenant_of_source(wanted uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp as
  $$ select tenant_id from source where id = wanted $$;
revoke all on function kernel.tenant_of_source(uuid) from public;
grant execute on function kernel.tenant_of_source(uuid) to remit_app;
