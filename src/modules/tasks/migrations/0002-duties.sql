-- What a duty says of its tasks: grace, reminders, several holders, stand-ins, subjects, events, counting by facts, subtasks.
alter table task
  add column grace_hours   int not null default 0 check (grace_hours between 0 and 720),
  -- through UTC, for adding hours to an instant is said to depend on the zone
  add column late_at       timestamptz not null generated always as
    ((due_at at time zone 'UTC' + make_interval(hours => grace_hours)) at time zone 'UTC') stored,
  add column remind_at     timestamptz,
  add column escalate_at   timestamptz,
  add column escalated_at  timestamptz,
  add column group_key     text,
  add column done_by_id    uuid,
  add column for_person_id uuid,
  add column subject_id    uuid,
  add column fact_id       uuid,
  add column counts_kind   text,
  add foreign key (tenant_id, done_by_id) references person,
  add foreign key (tenant_id, for_person_id) references person;
comment on column task.late_at is 'Past this it is late: the due time and the grace';
comment on column task.remind_at is 'When its doer is reminded before it is due; null: some hours before, as the module is set';
comment on column task.escalate_at is 'When the superior is told of a late one; null: never';
comment on column task.group_key is 'Tasks with the same key are one piece of work: when one of them is done, the others close';
comment on column task.done_by_id is 'Another of the group who did it; the task itself is then cancelled';
comment on column task.for_person_id is 'The absent holder in whose stead person_id does it';
comment on column task.subject_id is 'The customer, order, batch … it is about';
comment on column task.fact_id is 'The happening that asked for it';
comment on column task.counts_kind is 'Facts of this kind count as done by themselves';
create index task_group on task (tenant_id, group_key) where group_key is not null;
create index task_counting on task (tenant_id, counts_kind, person_id) where counts_kind is not null;
create index task_of_fact on task (tenant_id, fact_id) where fact_id is not null;
create index task_of_subject on task (tenant_id, subject_id) where subject_id is not null;
create index task_escalate on task (tenant_id, escalate_at) where status = 'open' and escalated_at is null and escalate_at is not null;

create table subtask (
  tenant_id    uuid not null,
  id           uuid not null,
  task_id      uuid not null,
  title        jsonb not null,
  is_mandatory boolean not null default true,
  sort_order   int not null default 0,
  done_at      timestamptz,
  done_by_id   uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task on delete cascade,
  foreign key (tenant_id, done_by_id) references person
);
comment on column subtask.is_mandatory is 'Until it is ticked the task cannot be completed by handing in';
create index subtask_of on subtask (tenant_id, task_id);

create table task_count (
  tenant_id uuid not null,
  task_id   uuid not null,
  source    text not null,
  count     int not null check (count > 0),
  primary key (tenant_id, task_id, source),
  foreign key (tenant_id, task_id) references task on delete cascade
);
comment on table task_count is 'How often a task was done by itself, by the source of the facts';

create table task_run (
  tenant_id  uuid not null references tenant,
  made_until date not null,
  primary key (tenant_id)
);
comment on table task_run is 'The last day whose tasks were made: days after it were missed while the server was down';
select kernel.tenant_table(t) from unnest(array['subtask', 'task_count', 'task_run']) t;
