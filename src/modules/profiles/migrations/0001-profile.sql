-- What jobs ask for, who follows which profile, and position descriptions as they were issued.
create table job_profile (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  code       text not null check (code <> ''),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
comment on table job_profile is 'A template that positions follow: what a kind of job asks of who does it';

create table job_profile_version (
  tenant_id     uuid not null,
  id            uuid not null,
  profile_id    uuid not null,
  number        int not null check (number >= 1),
  name          jsonb not null,
  summary       jsonb not null default '{}',
  job_family_id uuid,
  grade_id      uuid,
  requirements  jsonb not null default '[]',
  attribution   text not null default '',
  change_note   text not null default '',
  valid_from    date not null,
  valid_until   date,
  created_at    timestamptz not null,
  created_by    uuid,
  primary key (tenant_id, id),
  unique (tenant_id, profile_id, number),
  foreign key (tenant_id, profile_id) references job_profile,
  foreign key (tenant_id, job_family_id) references job_family,
  foreign key (tenant_id, grade_id) references grade,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, profile_id with =, daterange(valid_from, valid_until) with &&)
);
comment on column job_profile_version.requirements is 'List of requirements: skills with levels, education, years, certificates; each a must or a wish';
comment on column job_profile_version.attribution is 'Licence line of the library it was taken from';

create table position_need (
  tenant_id    uuid not null,
  id           uuid not null,
  position_id  uuid not null,
  profile_id   uuid,
  requirements jsonb not null default '[]',
  valid_from   date not null,
  valid_until  date,
  primary key (tenant_id, id),
  foreign key (tenant_id, position_id) references position,
  foreign key (tenant_id, profile_id) references job_profile,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, position_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table position_need is 'Which profile a position follows in a period, and what it asks for beside it';
create index position_need_profile on position_need (tenant_id, profile_id);

create table description_issue (
  tenant_id    uuid not null,
  id           uuid not null,
  position_id  uuid not null,
  number       int not null check (number >= 1),
  day          date not null,
  content      jsonb not null,
  content_hash text not null,
  note         text not null default '',
  issued_at    timestamptz not null,
  issued_by    uuid,
  primary key (tenant_id, id),
  unique (tenant_id, position_id, number),
  foreign key (tenant_id, position_id) references position
);
comment on table description_issue is 'A position description as it was issued; never changed afterwards';
comment on column description_issue.content is 'All it says, in every language; the words around it come with the language it is read in';
comment on column description_issue.content_hash is 'Of the content, to see whether what would be generated today differs';

create table description_reading (
  tenant_id    uuid not null,
  issue_id     uuid not null,
  person_id    uuid not null,
  confirmed_at timestamptz not null,
  primary key (tenant_id, issue_id, person_id),
  foreign key (tenant_id, issue_id) references description_issue,
  foreign key (tenant_id, person_id) references person
);
comment on table description_reading is 'Who sits on the position says that they have read this issue';

select kernel.tenant_table(t) from unnest(array['job_profile', 'job_profile_version', 'position_need', 'description_issue',
  'description_reading']) t;
