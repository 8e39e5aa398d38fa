-- Rules beside the steps: who of a pool gets a request, and within what a number must stay.
create table flow_rule (
  tenant_id       uuid not null references tenant,
  id              uuid not null,
  name            jsonb not null,
  cases           jsonb not null,
  version         int not null default 1,
  changed_by_name text not null,
  changed_at      timestamptz not null,
  primary key (tenant_id, id)
);
comment on table flow_rule is 'Who gets the next request: lines of { id, when, pool, method }, the first that holds counts';

create table flow_rule_turn (
  tenant_id uuid not null,
  rule_id   uuid not null,
  case_id   text not null,
  last_id   uuid not null,
  given     int not null default 1,
  at        timestamptz not null,
  primary key (tenant_id, rule_id, case_id),
  foreign key (tenant_id, rule_id) references flow_rule on delete cascade
);
comment on table flow_rule_turn is 'Who got the last one of a line, and how many it has given';

create table flow_limit (
  tenant_id  uuid not null,
  id         uuid not null,
  flow_id    uuid not null,
  field      text not null,
  at_least   numeric,
  at_most    numeric,
  tell       jsonb not null,
  is_on      boolean not null default true,
  version    int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, flow_id) references flow,
  check (at_least is not null or at_most is not null),
  check (at_least <= at_most)
);
comment on table flow_limit is 'Within what a number of a form must stay; whoever is named is told when it does not';
create index flow_limit_of on flow_limit (tenant_id, flow_id) where is_on;

create table flow_breach (
  tenant_id   uuid not null,
  id          uuid not null,
  limit_id    uuid not null,
  instance_id uuid not null,
  value       numeric not null,
  at          timestamptz not null,
  by_name     text,
  told        uuid[] not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, limit_id) references flow_limit on delete cascade,
  foreign key (tenant_id, instance_id) references flow_instance on delete cascade
);
comment on table flow_breach is 'A number that was written outside of its limit';
create index flow_breach_at on flow_breach (tenant_id, at desc);

select kernel.tenant_table(t) from unnest(array['flow_rule', 'flow_rule_turn', 'flow_limit', 'flow_breach']) t;
