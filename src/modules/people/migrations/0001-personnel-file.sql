create table personnel_file (
  tenant_id       uuid not null,
  person_id       uuid not null,
  employment      text not null default 'regular' check (employment in ('probation', 'regular', 'intern', 'contractor', 'left')),
  hired_on        date,
  left_on         date,
  birth_day       date,
  gender          text check (gender in ('female', 'male', 'other')),
  id_number       text,
  education       text,
  emergency_contact text,
  version         int not null default 1,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person
);
comment on column personnel_file.left_on is 'The first day the person is no longer employed';
comment on column personnel_file.id_number is 'Sensitive: masked unless people.read-identity';
select kernel.tenant_table('personnel_file');
