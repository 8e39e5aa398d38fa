create table import_run (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  kind        text not null,
  file_name   text not null,
  row_count   int not null,
  created     int not null,
  updated     int not null,
  unchanged   int not null,
  account_id  uuid,
  actor_name  text not null,
  at          timestamptz not null,
  primary key (tenant_id, id)
);
comment on table import_run is 'What was taken in, by whom and when; a refused file leaves no row';
select kernel.append_only_table('import_run');
