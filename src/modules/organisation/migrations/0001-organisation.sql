-- Who and what there is, each with its time. `valid_until` is the first day it no longer holds; null = still.
create table unit (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  code       text not null check (code <> ''),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
comment on column unit.code is 'What imports and other systems know the unit by';

create table unit_version (
  tenant_id   uuid not null,
  id          uuid not null,
  unit_id     uuid not null,
  name        jsonb not null,
  kind        text not null check (kind in ('group', 'company', 'branch', 'department', 'workshop', 'team')),
  parent_id   uuid,
  sort_order  int not null default 0,
  valid_from  date not null,
  valid_until date,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, parent_id) references unit,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, unit_id with =, daterange(valid_from, valid_until) with &&)
);
comment on column unit_version.name is 'Local text: language -> name';
comment on column unit_version.parent_id is 'Null for the root';
create index unit_version_parent on unit_version (tenant_id, parent_id);

create table position (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  code       text not null check (code <> ''),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table position_version (
  tenant_id     uuid not null,
  id            uuid not null,
  position_id   uuid not null,
  unit_id       uuid not null,
  title         jsonb not null,
  headcount     int not null default 1 check (headcount between 0 and 100000),
  reports_to_id uuid,
  is_lead       boolean not null default false,
  valid_from    date not null,
  valid_until   date,
  primary key (tenant_id, id),
  foreign key (tenant_id, position_id) references position,
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, reports_to_id) references position,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, position_id with =, daterange(valid_from, valid_until) with &&)
);
comment on column position_version.title is 'Local text: language -> title';
comment on column position_version.reports_to_id is 'The position it answers to; lines run between positions, so a vacancy does not break them';
comment on column position_version.is_lead is 'True for the position that leads its unit';
create index position_version_unit on position_version (tenant_id, unit_id);
create index position_version_line on position_version (tenant_id, reports_to_id);

create table person (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  number      text not null check (number <> ''),
  name        text not null check (name <> ''),
  pinyin      text not null default '',
  latin_name  text,
  mobile      text,
  email       text,
  version     int not null default 1,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
comment on column person.number is 'Staff number, as imports and other systems know the person';
comment on column person.pinyin is 'For search and order: full pinyin, a space, then initials; made from the name';
create index person_name on person (tenant_id, name);

create table assignment (
  tenant_id      uuid not null,
  id             uuid not null,
  person_id      uuid not null,
  position_id    uuid not null,
  kind           text not null check (kind in ('main', 'concurrent', 'acting')),
  share_permille int not null check (share_permille between 0 and 1000),
  valid_from     date not null,
  valid_until    date,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, position_id) references position,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, person_id with =, position_id with =, daterange(valid_from, valid_until) with &&),
  exclude using gist (tenant_id with =, person_id with =, daterange(valid_from, valid_until) with &&) where (kind = 'main')
);
comment on column assignment.share_permille is 'Part of the working time, in permille';
create index assignment_position on assignment (tenant_id, position_id);
create index assignment_person on assignment (tenant_id, person_id);

create table calendar_year (
  tenant_id uuid not null references tenant,
  year      int not null check (year between 1990 and 2100),
  source    text not null,
  primary key (tenant_id, year)
);
comment on table calendar_year is 'Years whose holidays are known; a year that is not here makes workday questions fail instead of guessing';

create table calendar_day (
  tenant_id uuid not null,
  day       date not null,
  kind      text not null check (kind in ('workday', 'rest', 'statutory')),
  name      text not null default '',
  primary key (tenant_id, day)
);
comment on table calendar_day is 'Days that differ from Monday to Friday: holidays, and weekends worked in exchange';

select kernel.tenant_table(t) from unnest(array['unit', 'unit_version', 'position', 'position_version', 'person', 'assignment',
  'calendar_year', 'calendar_day']) t;
