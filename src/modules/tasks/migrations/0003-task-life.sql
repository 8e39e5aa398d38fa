-- What happens to a task besides being handed in: talk, asking for help or relief, what it is about, who else sees it.
alter table task
  add column excused_at     timestamptz,
  add column first_due_at   timestamptz,
  add check (excused_at is null or status = 'cancelled');
comment on column task.excused_at is 'Since when nobody asks for it any more, after an appeal: it is cancelled, and never late';
comment on column task.first_due_at is 'When it was due at first, if it was put off since';

create table task_comment (
  tenant_id  uuid not null,
  id         uuid not null,
  task_id    uuid not null,
  person_id  uuid not null,
  words      text not null,
  mentions   uuid[] not null default '{}',
  written_at timestamptz not null,
  edited_at  timestamptz,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task on delete cascade,
  foreign key (tenant_id, person_id) references person
);
comment on column task_comment.mentions is 'People it calls by name: they may read the task since';
create index task_comment_of on task_comment (tenant_id, task_id, written_at);

create table task_guest (
  tenant_id uuid not null,
  task_id   uuid not null,
  person_id uuid not null,
  kind      text not null check (kind in ('helper', 'mentioned')),
  since     timestamptz not null,
  primary key (tenant_id, task_id, person_id, kind),
  foreign key (tenant_id, task_id) references task on delete cascade,
  foreign key (tenant_id, person_id) references person
);
comment on table task_guest is 'Who else may read this one task; a helper may hand in too';
create index task_guest_of on task_guest (tenant_id, person_id, kind);

create table task_plea (
  tenant_id  uuid not null,
  id         uuid not null,
  task_id    uuid not null,
  kind       text not null check (kind in ('help', 'hand-over', 'transfer', 'appeal')),
  asker_id   uuid not null,
  asked_id   uuid not null,
  reason     text not null,
  state      text not null default 'open' check (state in ('open', 'granted', 'refused', 'withdrawn')),
  outcome    text check (outcome in ('helping', 'taken', 'transferred', 'excused', 'extended', 'kept', 'declined')),
  asked_at   timestamptz not null,
  decider_id uuid,
  decided_at timestamptz,
  answer     text not null default '',
  primary key (tenant_id, id),
  foreign key (tenant_id, task_id) references task on delete cascade,
  foreign key (tenant_id, asker_id) references person,
  foreign key (tenant_id, asked_id) references person,
  foreign key (tenant_id, decider_id) references person,
  check ((state = 'open') = (decided_at is null)),
  check (outcome is null or state in ('granted', 'refused'))
);
comment on table task_plea is '"I can''t do it": a colleague is asked for help or to take it over, the superior to move or to judge it';
create unique index task_plea_relief on task_plea (tenant_id, task_id) where state = 'open' and kind <> 'help';
create unique index task_plea_help on task_plea (tenant_id, task_id, asked_id) where state = 'open' and kind = 'help';
create index task_plea_of on task_plea (tenant_id, task_id);
create index task_plea_asked on task_plea (tenant_id, asked_id) where state = 'open';

create table task_subject (
  tenant_id  uuid not null,
  task_id    uuid not null,
  subject_id uuid not null,
  linked_at  timestamptz not null,
  primary key (tenant_id, task_id, subject_id),
  foreign key (tenant_id, task_id) references task on delete cascade,
  foreign key (tenant_id, subject_id) references subject
);
comment on table task_subject is 'What a task is about besides the subject it was made for';
create index task_subject_of on task_subject (tenant_id, subject_id);
create index task_due on task (tenant_id, due_at);

select kernel.tenant_table(t) from unnest(array['task_comment', 'task_guest', 'task_plea', 'task_subject']) t;
