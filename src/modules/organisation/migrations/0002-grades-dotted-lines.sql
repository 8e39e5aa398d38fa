-- The position system, what a company is in law, second lines, reasons for a share over the whole, and long absences.
create table job_family (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  code       text not null check (code <> ''),
  name       jsonb not null,
  version    int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
comment on table job_family is 'Kinds of work that people grow in: research, sales, production';

create table grade (
  tenant_id     uuid not null references tenant,
  id            uuid not null,
  code          text not null check (code <> ''),
  name          jsonb not null,
  rank          int not null,
  job_family_id uuid,
  version       int not null default 1,
  created_at    timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, job_family_id) references job_family
);
comment on column grade.rank is 'Order among grades: the higher, the more senior';
comment on column grade.job_family_id is 'Null for a grade of all families';

alter table position_version add job_family_id uuid, add grade_id uuid,
  add foreign key (tenant_id, job_family_id) references job_family,
  add foreign key (tenant_id, grade_id) references grade;

create table legal_entity (
  tenant_id       uuid not null,
  unit_id         uuid not null,
  registered_name text not null check (registered_name <> ''),
  credit_code     text,
  place           text,
  version         int not null default 1,
  primary key (tenant_id, unit_id),
  foreign key (tenant_id, unit_id) references unit,
  unique (tenant_id, credit_code)
);
comment on table legal_entity is 'A unit of kind company as the register knows it';
comment on column legal_entity.credit_code is 'Unified social credit code, 18 characters';
comment on column legal_entity.place is 'Place of registration';

create table dotted_line (
  tenant_id      uuid not null,
  id             uuid not null,
  position_id    uuid not null,
  to_position_id uuid not null,
  kind           text not null default 'functional' check (kind in ('functional', 'project', 'other')),
  reason         text not null default '',
  valid_from     date not null,
  valid_until    date,
  primary key (tenant_id, id),
  foreign key (tenant_id, position_id) references position,
  foreign key (tenant_id, to_position_id) references position,
  check (position_id <> to_position_id),
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, position_id with =, to_position_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table dotted_line is 'A position answers to a second one in some matter, beside its line';
create index dotted_line_to on dotted_line (tenant_id, to_position_id);

alter table assignment add over_reason text;
comment on column assignment.over_reason is 'Why the shares of the person may add up to more than the whole working time';

create table absence (
  tenant_id   uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  kind        text not null check (kind in ('long-leave', 'maternity', 'sick', 'secondment')),
  valid_from  date not null,
  valid_until date,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, person_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table absence is 'Long ones only: who acts for the person comes first in the lines, and duties without anybody are told';

select kernel.tenant_table(t) from unnest(array['job_family', 'grade', 'legal_entity', 'dotted_line', 'absence']) t;
