-- Facts of a person in a month, added up once; and periods that are closed, with what came too late for them.
create table tally (
  tenant_id   uuid not null references tenant,
  person_id   uuid not null,
  month       date not null check (extract(day from month) = 1),
  needs       text not null,
  tallies     jsonb not null,
  computed_at timestamptz not null,
  primary key (tenant_id, person_id, month)
);
comment on table tally is 'The facts of a person in a month added up for the figures the person answers for; counts only without a mark';
comment on column tally.needs is 'Hash of what the indicators asked for: others ask for another sum';
select kernel.tenant_table('tally');

create table tally_mark (
  tenant_id uuid not null references tenant,
  id        uuid not null default gen_random_uuid(),
  person_id uuid not null,
  month     date not null,
  primary key (tenant_id, id)
);
comment on table tally_mark is 'A fact came for this person and month: its tally no longer counts until it is computed again. Only added to and taken away, never waited for';
create index tally_mark_of on tally_mark (tenant_id, person_id, month);
select kernel.tenant_table('tally_mark');

create table closed_period (
  tenant_id     uuid not null references tenant,
  id            uuid not null,
  kind          text not null check (kind in ('month', 'quarter', 'year')),
  from_day      date not null,
  until_day     date not null,
  note          text not null default '',
  closed_at     timestamptz not null,
  closed_by     uuid,
  closer        text not null,
  reopened_at   timestamptz,
  reopened_by   uuid,
  reopener      text,
  reason        text,
  primary key (tenant_id, id),
  check ((reopened_at is null) = (reason is null))
);
create unique index closed_period_once on closed_period (tenant_id, kind, from_day) where reopened_at is null;
select kernel.tenant_table('closed_period');

create table closed_cell (
  tenant_id         uuid not null references tenant,
  period_id         uuid not null,
  person_id         uuid not null,
  responsibility_id uuid not null,
  unit_id           uuid not null,
  cell              jsonb not null,
  primary key (tenant_id, period_id, person_id, responsibility_id),
  foreign key (tenant_id, period_id) references closed_period
);
comment on table closed_cell is 'What a person answered for in a closed period, with every figure as it stood when the period was closed';
select kernel.tenant_table('closed_cell');

create table late_fact (
  tenant_id uuid not null references tenant,
  period_id uuid not null,
  fact_id   uuid not null,
  primary key (tenant_id, period_id, fact_id),
  foreign key (tenant_id, period_id) references closed_period
);
comment on table late_fact is 'A fact of a closed period that came after it was closed: told, never counted';
select kernel.tenant_table('late_fact');

-- Whatever way facts come in, what they touch is noted with them. Closing waits for facts under way, facts for a closing.
create function note_facts() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('indicators.close:' || t.tenant_id, 0))
    from (select distinct tenant_id from added order by 1) t;
  insert into tally_mark (tenant_id, person_id, month)
    select distinct tenant_id, person_id, date_trunc('month', day)::date from added where person_id is not null;
  insert into late_fact (tenant_id, period_id, fact_id)
    select a.tenant_id, p.id, a.id from added a
    join closed_period p on p.tenant_id = a.tenant_id and p.reopened_at is null and a.day >= p.from_day and a.day < p.until_day;
  return null;
end $$;
create trigger fact_noted after insert on fact referencing new table as added for each statement execute function note_facts();

create table catch_up_run (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  total       int not null,
  done        int not null default 0,
  started_at  timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id)
);
comment on table catch_up_run is 'Hand-ins from the time the module was off, being made facts';
select kernel.tenant_table('catch_up_run');
