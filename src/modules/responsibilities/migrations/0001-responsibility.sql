create table responsibility (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  code       text not null check (code <> ''),
  unit_id    uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, unit_id) references unit
);
comment on column responsibility.unit_id is 'The unit whose business it is; null = of the whole firm';

create table responsibility_version (
  tenant_id         uuid not null,
  id                uuid not null,
  responsibility_id uuid not null,
  number            int not null check (number >= 1),
  name              jsonb not null,
  purpose           jsonb not null,
  activities        jsonb not null default '[]',
  inputs            jsonb not null default '[]',
  outputs           jsonb not null default '[]',
  capabilities      jsonb not null default '[]',
  process_rules     jsonb not null default '[]',
  knowledge         jsonb not null default '[]',
  change_note       text not null default '',
  attribution       text not null default '',
  valid_from        date not null,
  valid_until       date,
  created_at        timestamptz not null,
  created_by        uuid,
  primary key (tenant_id, id),
  unique (tenant_id, responsibility_id, number),
  foreign key (tenant_id, responsibility_id) references responsibility,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, responsibility_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table responsibility_version is 'What a responsibility says in a period. Never edited after its first day: a change is a new version';
comment on column responsibility_version.activities is 'List of local texts: what is done (likewise inputs, outputs, capabilities, process_rules)';
comment on column responsibility_version.knowledge is 'List of { title, body | link }: procedures, templates, questions';
comment on column responsibility_version.attribution is 'Licence line of the library it was taken from';

create table responsibility_indicator (
  tenant_id       uuid not null,
  id              uuid not null,
  version_id      uuid not null,
  key             text not null,
  name            jsonb not null,
  unit            text not null default '',
  direction       text not null check (direction in ('up', 'down')),
  target          numeric not null,
  weight_permille int not null check (weight_permille between 0 and 1000),
  period          text not null check (period in ('day', 'week', 'month', 'quarter', 'year')),
  measure         jsonb not null,
  sort_order      int not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, version_id, key),
  foreign key (tenant_id, version_id) references responsibility_version on delete cascade
);
comment on column responsibility_indicator.key is 'Stays the same from version to version, so a figure can be followed over a change';
comment on column responsibility_indicator.direction is 'up: more is better; down: less is better';
comment on column responsibility_indicator.measure is 'How it is computed from facts, see core/indicator';

create table responsibility_duty (
  tenant_id  uuid not null,
  id         uuid not null,
  version_id uuid not null,
  key        text not null,
  name       jsonb not null,
  steps      jsonb not null default '[]',
  cadence    jsonb not null,
  form       jsonb not null default '{"fields": []}',
  fact_kind  text not null,
  sort_order int not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, version_id, key),
  foreign key (tenant_id, version_id) references responsibility_version on delete cascade
);
comment on column responsibility_duty.cadence is 'When it is due and how many times, see core/cadence';
comment on column responsibility_duty.form is 'What is filled in when work is handed in, see core/form';
comment on column responsibility_duty.fact_kind is 'Kind of the fact one hand-in makes';

create table holding (
  tenant_id         uuid not null,
  id                uuid not null,
  responsibility_id uuid not null,
  position_id       uuid not null,
  raci              text not null check (raci in ('accountable', 'responsible', 'consulted', 'informed')),
  weight_permille   int not null default 0 check (weight_permille between 0 and 1000),
  valid_from        date not null,
  valid_until       date,
  primary key (tenant_id, id),
  foreign key (tenant_id, responsibility_id) references responsibility,
  foreign key (tenant_id, position_id) references position,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, responsibility_id with =, position_id with =, raci with =, daterange(valid_from, valid_until) with &&),
  exclude using gist (tenant_id with =, responsibility_id with =, daterange(valid_from, valid_until) with &&) where (raci = 'accountable')
);
comment on table holding is 'A position holds a responsibility for a period in a RACI role; exactly one is accountable, and who carries it out is responsible';
comment on column holding.weight_permille is 'Part of the position''s work; weights of one position''s running holdings add up to at most 1000';
create index holding_position on holding (tenant_id, position_id);

select kernel.tenant_table(t) from unnest(array['responsibility', 'responsibility_version', 'responsibility_indicator',
  'responsibility_duty', 'holding']) t;

-- The library belongs to the installation: read by all tenants, written by the owner alone.
create table library_profile (
  code        text primary key,
  source      text not null,
  title       text not null,
  description text not null,
  search      tsvector generated always as (to_tsvector('english', title || ' ' || description)) stored
);
comment on column library_profile.source is 'Which library it came from; its licence line is shown wherever it is used';
create index library_profile_search on library_profile using gin (search);
create table library_task (
  code    text not null references library_profile on delete cascade,
  task_id text not null,
  task    text not null,
  is_core boolean not null,
  primary key (code, task_id)
);
create table library_skill (
  code       text not null references library_profile on delete cascade,
  skill      text not null,
  importance numeric not null,
  level      numeric not null,
  primary key (code, skill)
);
comment on column library_skill.importance is '1 to 5';
comment on column library_skill.level is '0 to 7';
create table library_title (
  code  text not null references library_profile on delete cascade,
  title text not null,
  primary key (code, title)
);
create index library_title_search on library_title using gin (to_tsvector('simple', title));
create table library_source (
  source      text primary key,
  name        text not null,
  attribution text not null,
  imported_at timestamptz not null
);
grant select on library_profile, library_task, library_skill, library_title, library_source to remit_app;
