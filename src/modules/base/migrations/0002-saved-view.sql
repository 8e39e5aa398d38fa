-- What somebody keeps of a list: its filters under a name, for themselves or for all who open the same screen.
create table saved_view (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  screen     text not null check (screen ~ '^[a-z][A-Za-z0-9.-]{0,59}$'),
  name       text not null check (length(name) between 1 and 100),
  state      jsonb not null,
  account_id uuid not null,
  is_shared  boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account on delete cascade
);
comment on column saved_view.screen is 'module.screen';
create unique index saved_view_own on saved_view (tenant_id, account_id, screen, name);
create index saved_view_shared on saved_view (tenant_id, screen) where is_shared;

select kernel.tenant_table('saved_view');
