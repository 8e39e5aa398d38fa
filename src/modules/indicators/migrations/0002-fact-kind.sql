-- What kinds of facts there are, what each says, and how often it is expected.
create table fact_kind (
  tenant_id       uuid not null references tenant,
  key             text not null check (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  name            jsonb not null,
  subject_type    text,
  needs_subject   boolean not null default false check (not needs_subject or subject_type is not null),
  dimensions      jsonb not null default '[]',
  measures        jsonb not null default '[]',
  rhythm          text not null default 'none' check (rhythm in ('none', 'day', 'workday', 'week', 'month')),
  owner_id        uuid,
  silent_told_for date,
  version         int not null default 1,
  created_at      timestamptz not null,
  primary key (tenant_id, key),
  foreign key (tenant_id, owner_id) references person
);
comment on table fact_kind is 'A kind that is registered takes no other dimensions and measures than these; others are taken as they come';
comment on column fact_kind.subject_type is 'What facts of this kind are about: a key of subject_type';
comment on column fact_kind.dimensions is '[{key, name}]';
comment on column fact_kind.measures is '[{key, name, unit}]';
comment on column fact_kind.rhythm is 'How often one is expected at least; none = no telling';
comment on column fact_kind.owner_id is 'The person who is told when none come';
comment on column fact_kind.silent_told_for is 'The last day with facts when the owner was told of the silence: told once for each';

alter table fact add column subject_id uuid;
comment on column fact.subject_id is 'subject.id of subjects: the customer, order or batch it is about';
comment on column fact.source is 'Where it came from: tasks, api:<key name>, source:<code>, spreadsheet, correction';
create index fact_subject_day on fact (tenant_id, subject_id, day) where subject_id is not null;

-- The days on which something happened, by source and kind: freshness and gaps without a look at the facts.
create table fact_arrival (
  tenant_id   uuid not null references tenant,
  source      text not null,
  kind        text not null,
  day         date not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, source, kind, day)
);
comment on column fact_arrival.recorded_at is 'When the first fact of that day came';
create index fact_arrival_day on fact_arrival (tenant_id, day);
insert into fact_arrival (tenant_id, source, kind, day, recorded_at)
  select tenant_id, source, kind, day, min(recorded_at) from fact where reverses_id is null group by 1, 2, 3, 4;

select kernel.tenant_table('fact_kind');
select kernel.append_only_table('fact_arrival');
