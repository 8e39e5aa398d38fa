-- Flows: what a request is and who is asked (definitions), the requests that run, and what they leave behind.
create table flow (
  tenant_id       uuid not null references tenant,
  id              uuid not null,
  key             text not null check (key ~ '^[a-z][a-z0-9-]{0,59}$'),
  name            jsonb not null,
  description     jsonb not null default '{}',
  category        text not null default '',
  icon            text not null default 'file-text',
  prefix          text not null check (prefix ~ '^[A-Z][A-Z0-9]{0,11}$'),
  starters        jsonb not null default '{"kind":"everyone"}',
  draft           jsonb not null,
  version         int not null default 1,
  current_version int,
  changed_by_name text not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  retired_at      timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
comment on column flow.key is 'What sub-flows, links and other systems know it by';
comment on column flow.prefix is 'The letters before the numbers of its requests: LEAVE-2026-00012';
comment on column flow.starters is 'Who may start it: everyone, some (units with all below, positions, people), or nobody but links and other flows';
comment on column flow.draft is 'What is being drawn: { definition, form, start }; may be unfinished';
comment on column flow.version is 'For the optimistic lock of the draft; published versions have numbers of their own';

create table flow_version (
  tenant_id      uuid not null,
  flow_id        uuid not null,
  version        int not null,
  name           jsonb not null,
  definition     jsonb not null,
  form           jsonb not null,
  start          jsonb not null,
  hash           text not null,
  verdict        text not null check (verdict in ('sound', 'unknown')),
  note           text not null default '',
  reason         text,
  published_by   uuid,
  published_name text not null,
  published_at   timestamptz not null,
  primary key (tenant_id, flow_id, version),
  foreign key (tenant_id, flow_id) references flow,
  check (verdict = 'sound' or reason <> '')
);
comment on table flow_version is 'Never changed: requests keep the version they began with';
comment on column flow_version.start is 'What the initiator may do with fields while filling in: field -> write, read or hidden';
comment on column flow_version.reason is 'Why it was published although the proof ran out of its budget';

create table flow_number (
  tenant_id uuid not null references tenant,
  prefix    text not null,
  year      int not null,
  last      int not null,
  primary key (tenant_id, prefix, year)
);
comment on table flow_number is 'The last number given under a prefix in a year; flows may share one';

create table flow_link (
  tenant_id   uuid not null,
  id          uuid not null,
  flow_id     uuid not null,
  "on"        text not null check ("on" in ('ended', 'gate')),
  outcome     text check (outcome in ('approved', 'rejected', 'withdrawn', 'cancelled')),
  gate        text,
  target_id   uuid not null,
  map         jsonb not null default '{}',
  owner       jsonb not null default '{"kind":"initiator"}',
  deadline    jsonb,
  on_cancel   text not null default 'detach' check (on_cancel in ('cascade', 'detach', 'ask')),
  dedupe      text,
  is_on       boolean not null default true,
  version     int not null default 1,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, flow_id) references flow,
  foreign key (tenant_id, target_id) references flow,
  check (("on" = 'gate') = (gate is not null))
);
comment on table flow_link is 'When requests of a flow end or pass a gate, a request of another begins';
comment on column flow_link.outcome is 'Null: whatever it ends with';
comment on column flow_link.map is 'Field of the new request -> field of the old one, or =text';
comment on column flow_link.owner is 'Whose the new request is: the initiator, who stands in a field, or a named person';
comment on column flow_link.deadline is 'By when the new request is to be submitted, reckoned from the event';
comment on column flow_link.dedupe is 'A field: only one new request for each of its values; null = one for each old request';
create index flow_link_of on flow_link (tenant_id, flow_id) where is_on;

create table flow_instance (
  tenant_id     uuid not null,
  id            uuid not null,
  flow_id       uuid not null,
  version       int not null,
  number        text,
  title         text not null default '',
  state         jsonb not null,
  status        text not null check (status in ('draft', 'checking', 'running', 'incident', 'ended')),
  outcome       text check (outcome in ('approved', 'rejected', 'withdrawn', 'cancelled')),
  rev           int not null default 0,
  data          jsonb not null default '{}',
  data_rev      int not null default 0,
  chosen        jsonb not null default '{}',
  initiator_id  uuid not null,
  owner_id      uuid not null,
  unit_id       uuid,
  subject_type  text,
  subject_key   text,
  subject_label text,
  parent_id     uuid,
  parent_child  text,
  link_id       uuid,
  on_cancel     text not null default 'detach' check (on_cancel in ('cascade', 'detach', 'ask')),
  dedupe_key    text,
  due_at        timestamptz,
  created_at    timestamptz not null,
  submitted_at  timestamptz,
  changed_at    timestamptz not null,
  ended_at      timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, dedupe_key),
  foreign key (tenant_id, flow_id, version) references flow_version,
  foreign key (tenant_id, initiator_id) references person,
  foreign key (tenant_id, owner_id) references person,
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, parent_id) references flow_instance,
  check ((status = 'ended') = (outcome is not null)),
  check ((subject_type is null) = (subject_key is null))
);
comment on column flow_instance.state is 'The whole state of the engine; tasks, timers and evidence are rows made of it';
comment on column flow_instance.rev is 'Events taken so far; grows with every one';
comment on column flow_instance.data_rev is 'Grows when the form is changed: who decides says which form was read';
comment on column flow_instance.owner_id is 'Who stands in for the initiator: the same person, or a successor';
comment on column flow_instance.unit_id is 'The unit of the initiator when it was submitted, for scopes';
comment on column flow_instance.parent_id is 'The request that began this one, as its sub-flow (parent_child: under that id) or by a link';
create index flow_instance_owner on flow_instance (tenant_id, owner_id, changed_at desc);
create index flow_instance_flow on flow_instance (tenant_id, flow_id, changed_at desc);
create index flow_instance_subject on flow_instance (tenant_id, subject_type, subject_key) where status <> 'ended';
create index flow_instance_parent on flow_instance (tenant_id, parent_id) where parent_id is not null;
create index flow_instance_open on flow_instance (tenant_id, flow_id, version) where status <> 'ended';
create index flow_instance_changed on flow_instance (tenant_id, changed_at desc);

create table flow_task (
  tenant_id    uuid not null,
  instance_id  uuid not null,
  task         text not null,
  flow_id      uuid not null,
  token        text not null,
  node         text not null,
  kind         text not null check (kind in ('decide', 'before', 'after', 'beside', 'answer', 'fill')),
  person_id    uuid not null,
  on_behalf_of uuid,
  status       text not null check (status in ('open', 'offered', 'waiting', 'later', 'agreed', 'approved', 'rejected',
    'answered', 'superseded', 'removed', 'returned', 'cancelled')),
  is_hard      boolean not null default false,
  opinion      text,
  signature    text,
  draft        jsonb,
  opened_at    timestamptz not null,
  due_at       timestamptz,
  read_at      timestamptz,
  closed_at    timestamptz,
  primary key (tenant_id, instance_id, task),
  foreign key (tenant_id, instance_id) references flow_instance on delete cascade,
  foreign key (tenant_id, person_id) references person
);
comment on column flow_task.is_hard is 'Of a step that cannot be skipped: never decided with others at once';
comment on column flow_task.draft is 'What was kept without deciding: { opinion, values }';
create index flow_task_open on flow_task (tenant_id, person_id, opened_at desc) where status in ('open', 'offered');
create index flow_task_due on flow_task (tenant_id, person_id, due_at) where status in ('open', 'offered') and due_at is not null;
create index flow_task_done on flow_task (tenant_id, person_id, closed_at desc) where status in ('approved', 'rejected', 'answered', 'returned');

create table flow_event (
  tenant_id   uuid not null,
  instance_id uuid not null,
  seq         int not null,
  at          timestamptz not null,
  event       jsonb not null,
  facts       jsonb not null,
  effects     jsonb not null,
  changes     jsonb,
  account_id  uuid,
  person_id   uuid,
  by_name     text,
  request_id  text,
  primary key (tenant_id, instance_id, seq),
  foreign key (tenant_id, instance_id) references flow_instance on delete cascade
);
comment on table flow_event is 'Everything that happened, in order; read again from the first it gives the state';
comment on column flow_event.facts is 'What was known then; the form only where it had changed since the event before';
comment on column flow_event.changes is 'Fields changed with the event: field -> [before, after]';

create table flow_timer (
  tenant_id        uuid not null,
  instance_id      uuid not null,
  timer            text not null,
  node             text not null,
  fire_at          timestamptz not null,
  rule             jsonb,
  event            jsonb,
  begun_at         timestamptz not null,
  calendar_version text not null default '',
  paused_at        timestamptz,
  tries            int not null default 0,
  trouble          text,
  primary key (tenant_id, instance_id, timer),
  foreign key (tenant_id, instance_id) references flow_instance on delete cascade
);
comment on table flow_timer is 'What happens to a request later by itself; the row is gone once it has happened';
comment on column flow_timer.paused_at is 'Since when its clock stands still';
comment on column flow_timer.trouble is 'Why it was given up after several tries; null = not';
comment on column flow_timer.rule is 'How fire_at was reckoned: { deadline, at } or { span }, so that it can be reckoned again';
comment on column flow_timer.event is 'An event to be taken instead of the timer of the step: a child that ended, evidence that came';
create index flow_timer_fire on flow_timer (tenant_id, fire_at) where paused_at is null and trouble is null;

create table flow_evidence (
  tenant_id     uuid not null,
  id            uuid not null,
  gate          text not null,
  subject_type  text not null,
  subject_key   text not null,
  instance_id   uuid not null,
  node          text not null,
  print         text not null,
  facts         jsonb not null default '{}',
  by            jsonb not null,
  at            timestamptz not null,
  voided_at     timestamptz,
  void_reason   text check (void_reason in ('changed', 'returned', 'withdrawn')),
  consumed_at   timestamptz,
  consumed_by   text,
  primary key (tenant_id, id),
  foreign key (tenant_id, instance_id) references flow_instance on delete cascade
);
comment on table flow_evidence is 'That a step was passed by people, for the commands it guards; worth nothing once voided, and used up once';
comment on column flow_evidence.facts is 'The guarded fields as they were: field -> value';
create unique index flow_evidence_valid on flow_evidence (tenant_id, gate, subject_type, subject_key, instance_id) where voided_at is null;
create index flow_evidence_instance on flow_evidence (tenant_id, instance_id);

create table flow_reader (
  tenant_id   uuid not null,
  instance_id uuid not null,
  person_id   uuid not null,
  node        text not null,
  at          timestamptz not null,
  read_at     timestamptz,
  primary key (tenant_id, instance_id, person_id),
  foreign key (tenant_id, instance_id) references flow_instance on delete cascade,
  foreign key (tenant_id, person_id) references person
);
comment on table flow_reader is 'Who was sent a copy, and at which step: they see what that step shows';
create index flow_reader_person on flow_reader (tenant_id, person_id, at desc);

create table flow_delegation (
  tenant_id  uuid not null,
  id         uuid not null,
  from_id    uuid not null,
  to_id      uuid not null,
  start_at   timestamptz not null,
  until_at   timestamptz not null,
  flow_ids   uuid[],
  at_most    jsonb,
  mode       text not null check (mode in ('replace', 'both')),
  reason     text not null default '',
  status     text not null check (status in ('planned', 'open', 'closed')),
  version    int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, from_id) references person,
  foreign key (tenant_id, to_id) references person,
  check (until_at > start_at),
  check (from_id <> to_id)
);
comment on column flow_delegation.at_most is 'Only while a number field is no greater: { field, value }';
create index flow_delegation_from on flow_delegation (tenant_id, from_id) where status <> 'closed';
create index flow_delegation_to on flow_delegation (tenant_id, to_id) where status <> 'closed';
create index flow_delegation_due on flow_delegation (tenant_id, start_at, until_at) where status <> 'closed';

create table flow_attempt (
  tenant_id    uuid not null,
  id           uuid not null,
  at           timestamptz not null,
  way          text not null check (way in ('jump', 'relocate', 'import', 'api', 'auto-pass', 'batch', 'command', 'migrate', 'publish')),
  code         text not null,
  gate         text,
  subject_type text,
  subject_key  text,
  flow_id      uuid,
  instance_id  uuid,
  node         text,
  account_id   uuid,
  person_id    uuid,
  by_name      text not null,
  request_id   text not null,
  primary key (tenant_id, id)
);
comment on table flow_attempt is 'Every try to get around a step that cannot be skipped, and that it was refused';
create index flow_attempt_at on flow_attempt (tenant_id, at desc);

select kernel.tenant_table(t) from unnest(array['flow', 'flow_number', 'flow_link', 'flow_instance', 'flow_task', 'flow_timer',
  'flow_evidence', 'flow_reader', 'flow_delegation']) t;
select kernel.append_only_table(t) from unnest(array['flow_version', 'flow_event', 'flow_attempt']) t;
-- drafts that are thrown away go with their log
grant delete on flow_event to remit_app;
