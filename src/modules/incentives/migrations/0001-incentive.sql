-- What results bring people: plans in dated versions, and what was settled month by month. What is settled is never rewritten.
create table incentive_plan (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  code       text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name       jsonb not null,
  note       text not null default '',
  version    int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
select kernel.tenant_table('incentive_plan');

create table incentive_terms (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  plan_id      uuid not null,
  terms        jsonb not null,
  state        text not null default 'draft' check (state in ('draft', 'on')),
  valid_from   date,
  valid_until  date,
  switched_on_at timestamptz,
  switched_on_by uuid,
  switcher     text,
  version      int not null default 1,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, plan_id) references incentive_plan on delete cascade,
  check ((state = 'on') = (valid_from is not null)),
  check (extract(day from valid_from) = 1 and extract(day from valid_until) = 1),
  check (valid_until is null or valid_until > valid_from),
  exclude using gist (tenant_id with =, plan_id with =, daterange(valid_from, valid_until) with &&) where (state = 'on')
);
comment on table incentive_terms is 'A version of a plan: PlanTerms of core/incentive. A draft pays nothing; one that is on holds from a month on';
create unique index incentive_terms_draft on incentive_terms (tenant_id, plan_id) where state = 'draft';
select kernel.tenant_table('incentive_terms');

create table incentive_settlement (
  tenant_id     uuid not null references tenant,
  id            uuid not null,
  period        text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  total_fen     bigint not null,
  people        int not null,
  settled_at    timestamptz not null,
  settled_by_id uuid,
  settler       text not null,
  primary key (tenant_id, id),
  unique (tenant_id, period)
);
comment on table incentive_settlement is 'A month that is settled. Facts that come later are differences in a later one';
select kernel.append_only_table('incentive_settlement');

create table incentive_entry (
  tenant_id     uuid not null references tenant,
  id            uuid not null,
  settlement_id uuid not null,
  plan_id       uuid not null,
  terms_id      uuid not null,
  person_id     uuid not null,
  unit_id       uuid,
  period        text not null,
  origin        text not null check (origin ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and origin <= period),
  milli         bigint,
  fen           bigint not null,
  steps         jsonb not null default '[]',
  primary key (tenant_id, id),
  unique (tenant_id, plan_id, person_id, period, origin),
  foreign key (tenant_id, settlement_id) references incentive_settlement,
  foreign key (tenant_id, plan_id) references incentive_plan,
  foreign key (tenant_id, terms_id) references incentive_terms,
  foreign key (tenant_id, person_id) references person
);
comment on table incentive_entry is 'What a plan brought a person in a month, or the difference it made there to an earlier one';
comment on column incentive_entry.origin is 'The month the result belongs to: earlier than period when it came late or was taken back';
comment on column incentive_entry.milli is 'The value it was reckoned on, in thousandths';
comment on column incentive_entry.steps is 'PayStep[] of core/incentive';
create index incentive_entry_period on incentive_entry (tenant_id, period);
create index incentive_entry_person on incentive_entry (tenant_id, person_id, period);
create index incentive_entry_origin on incentive_entry (tenant_id, plan_id, origin);
select kernel.append_only_table('incentive_entry');

create table incentive_entry_fact (
  tenant_id uuid not null references tenant,
  entry_id  uuid not null,
  fact_id   uuid not null,
  milli     bigint not null,
  fen       bigint not null,
  why       text not null default 'earned' check (why in ('earned', 'late', 'returned', 'changed')),
  primary key (tenant_id, entry_id, fact_id),
  foreign key (tenant_id, entry_id) references incentive_entry,
  foreign key (tenant_id, fact_id) references fact
);
comment on table incentive_entry_fact is 'What each fact brought, or took back, in an entry';
select kernel.append_only_table('incentive_entry_fact');

-- Whoever writes: what is settled stays as it is, also for the owner of the tables.
create function refuse_settled() returns trigger language plpgsql as $$
begin
  raise exception 'what is settled is never rewritten' using errcode = 'restrict_violation';
end $$;
create trigger settled_stays before update or delete on incentive_settlement for each row execute function refuse_settled();
create trigger settled_stays before update or delete on incentive_entry for each row execute function refuse_settled();
create trigger settled_stays before update or delete on incentive_entry_fact for each row execute function refuse_settled();
