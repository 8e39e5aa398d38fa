create table fact (
  tenant_id         uuid not null references tenant,
  id                uuid not null,
  kind              text not null check (kind ~ '^[a-z][a-z0-9-]{0,62}$'),
  happened_at       timestamptz not null,
  day               date not null,
  person_id         uuid,
  unit_id           uuid,
  responsibility_id uuid,
  dimensions        jsonb not null default '{}',
  measures          jsonb not null default '{}',
  source            text not null,
  source_key        text not null,
  reverses_id       uuid,
  recorded_at       timestamptz not null,
  primary key (tenant_id, id)
);
comment on table fact is 'One recorded happening. Never changed: a mistake is corrected by a second fact that reverses the first';
comment on column fact.source is 'Where it came from: tasks, api:<key name>, csv:<file>, …';
comment on column fact.source_key is 'What the source calls it: it counts once';
comment on column fact.day is 'The day in the tenant''s time zone';
create unique index fact_once on fact (tenant_id, source, source_key);
create index fact_person_day on fact (tenant_id, person_id, day, kind);
create index fact_kind_day on fact (tenant_id, kind, day);
create index fact_unit_day on fact (tenant_id, unit_id, day);
select kernel.append_only_table('fact');
