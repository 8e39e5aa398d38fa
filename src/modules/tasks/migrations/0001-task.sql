create table task (
  tenant_id         uuid not null references tenant,
  id                uuid not null,
  title             jsonb not null,
  origin            text not null check (origin in ('duty', 'manual')),
  responsibility_id uuid,
  duty_id           uuid,
  position_id       uuid,
  person_id         uuid not null,
  unit_id           uuid not null,
  period_from       date not null,
  period_until      date not null check (period_until > period_from),
  due_at            timestamptz not null,
  quantity_due      int not null default 1 check (quantity_due between 1 and 10000),
  quantity_done     int not null default 0 check (quantity_done >= 0),
  status            text not null default 'open' check (status in ('open', 'done', 'cancelled')),
  done_at           timestamptz,
  reminded_at       timestamptz,
  once_key          text not null,
  note              text not null default '',
  given_by          uuid,
  cancel_reason     text,
  version           int not null default 1,
  created_at        timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, once_key),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, given_by) references person,
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, responsibility_id) references responsibility,
  foreign key (tenant_id, duty_id) references responsibility_duty
);
comment on column task.person_id is 'Who does it';
comment on column task.unit_id is 'The unit of the position it came with, as it was when the task was made: decides who may see it';
comment on column task.once_key is 'duty, person and period: the same piece of work is never made twice';
comment on column task.quantity_due is 'How many times it is to be handed in ("5 customers a week")';
comment on column task.given_by is 'The person who gave it by hand; null for one that a duty made';
create index task_mine on task (tenant_id, person_id, status, due_at);
create index task_unit on task (tenant_id, unit_id, status, due_at);
create index task_late on task (tenant_id, due_at) where status = 'open';
create index task_period on task (tenant_id, period_from, person_id);

create table task_entry (
  tenant_id    uuid not null,
  id           uuid not null,
  task_id      uuid not null,
  person_id    uuid not null,
  happened_at  timestamptz not null,
  form_values  jsonb not null default '{}',
  note         text not null default '',
  handed_in_at timestamptz not null,
  taken_back_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task
);
comment on table task_entry is 'One hand-in: what was filled in; photos are files owned by it (tasks.entry)';
create index task_entry_task on task_entry (tenant_id, task_id);
select kernel.tenant_table(t) from unnest(array['task', 'task_entry']) t;
