-- Dashboards that people compose, reports that are sent to them at their time, and who can do what a responsibility asks for.
create table dashboard (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  name       jsonb not null,
  account_id uuid not null,
  filters    jsonb not null default '{}',
  parts      jsonb not null default '[]',
  version    int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account on delete cascade
);
comment on table dashboard is 'Parts side by side. It holds what is asked, never figures: each reader sees what their own rights give';
comment on column dashboard.account_id is 'Whose it is: who may change and share it';
comment on column dashboard.filters is 'What all parts are asked with unless they say otherwise: unit, period, responsibility';
comment on column dashboard.parts is 'List of parts in their order, each with its kind, width in columns and own filters';
create index dashboard_owner on dashboard (tenant_id, account_id);

create table dashboard_share (
  tenant_id    uuid not null,
  dashboard_id uuid not null,
  role_id      uuid not null,
  primary key (tenant_id, dashboard_id, role_id),
  foreign key (tenant_id, dashboard_id) references dashboard on delete cascade,
  foreign key (tenant_id, role_id) references role on delete cascade
);
comment on table dashboard_share is 'Who holds the role may open the dashboard';

create table report_schedule (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  account_id   uuid not null,
  dashboard_id uuid,
  part         jsonb,
  format       text not null check (format in ('xlsx', 'pdf', 'csv')),
  rhythm       text not null check (rhythm in ('day', 'week', 'month')),
  on_day       int not null default 1 check (on_day between 1 and 31),
  at_time      text not null check (at_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  by_mail      boolean not null default false,
  is_on        boolean not null default true,
  next_at      timestamptz not null,
  version      int not null default 1,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account on delete cascade,
  foreign key (tenant_id, dashboard_id) references dashboard on delete cascade,
  check ((dashboard_id is null) <> (part is null))
);
comment on column report_schedule.part is 'What is sent when it is no dashboard: one part with its filters';
comment on column report_schedule.on_day is 'Weekday 1 (Monday) to 7, or day of the month; a month too short takes its last day';
comment on column report_schedule.next_at is 'When it is sent next';
create index report_schedule_due on report_schedule (tenant_id, next_at) where is_on;

create table report_recipient (
  tenant_id   uuid not null,
  schedule_id uuid not null,
  account_id  uuid not null,
  primary key (tenant_id, schedule_id, account_id),
  foreign key (tenant_id, schedule_id) references report_schedule on delete cascade,
  foreign key (tenant_id, account_id) references account on delete cascade
);

create table report_delivery (
  tenant_id   uuid not null,
  id          uuid not null,
  schedule_id uuid not null,
  account_id  uuid not null,
  due_at      timestamptz not null,
  made_at     timestamptz not null,
  file_id     uuid,
  failure     text check (failure in ('no-right', 'not-found', 'too-many', 'no-address', 'mail-off', 'mail-failed')),
  mailed_at   timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, schedule_id, account_id, due_at),
  foreign key (tenant_id, schedule_id) references report_schedule on delete cascade,
  foreign key (tenant_id, account_id) references account on delete cascade
);
comment on table report_delivery is 'A report as it was made for one recipient, under that one''s rights';
comment on column report_delivery.failure is 'Why there is no file, or why it did not go by mail';

create table capability_mark (
  tenant_id  uuid not null references tenant,
  person_id  uuid not null,
  capability text not null check (capability <> ''),
  name       jsonb not null,
  has        boolean not null,
  marked_by  uuid,
  marked_at  timestamptz not null,
  primary key (tenant_id, person_id, capability),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, marked_by) references account on delete set null (marked_by)
);
comment on table capability_mark is 'What a person can, of the capabilities their responsibilities ask for, as who leads them says; without a row it is not known';
comment on column capability_mark.capability is 'The name in small letters: the same capability of two responsibilities is one';

select kernel.tenant_table(t) from unnest(array['dashboard', 'dashboard_share', 'report_schedule', 'report_recipient',
  'report_delivery', 'capability_mark']) t;
