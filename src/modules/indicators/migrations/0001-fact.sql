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
  note              text not null default '',
  recorded_at       timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, reverses_id) references fact
);
comment on table fact is 'One recorded happening. Never changed: a mistake is corrected by a second fact that reverses the first';
comment on column fact.day is 'The day in the tenant''s time zone';
comment on column fact.unit_id is 'Told by the source, else the unit of the person''s main position on that day: decides who may see it';
comment on column fact.dimensions is 'Name -> text: what it is filtered by';
comment on column fact.measures is 'Name -> number: what is added up; negated in a reversing fact';
comment on column fact.source is 'Where it came from: tasks, api:<key name>, spreadsheet, correction';
comment on column fact.source_key is 'What the source calls it: it counts once';
comment on column fact.reverses_id is 'The fact this one takes back: it counts as minus one';
create unique index fact_once on fact (tenant_id, source, source_key);
create unique index fact_reversed_once on fact (tenant_id, reverses_id) where reverses_id is not null;
create index fact_person_day on fact (tenant_id, person_id, day);
create index fact_day on fact (tenant_id, day, id);
create index fact_source_received on fact (tenant_id, source, recorded_at);
select kernel.append_only_table('fact');
