-- What work and facts are about: customers, orders, batches, machines. Each belongs to somebody, or to nobody yet.
create table subject_type (
  tenant_id  uuid not null references tenant,
  key        text not null check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  name       jsonb not null,
  icon       text not null default 'tag',
  created_at timestamptz not null,
  primary key (tenant_id, key)
);
comment on table subject_type is 'Types beside those that come with the product, or other names for those';

create table subject (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  type       text not null,
  key        text not null check (length(key) between 1 and 200),
  name       text not null check (length(name) between 1 and 300),
  pinyin     text not null default '',
  owner_id   uuid,
  unit_id    uuid,
  state      text not null default 'open' check (state in ('open', 'closed')),
  attributes jsonb not null default '{}',
  version    int not null default 1,
  created_at timestamptz not null,
  closed_at  timestamptz,
  sought     text not null generated always as
    (replace(pinyin, ' ', '') || e'\n' || lower(key) || e'\n' || lower(name)) stored,
  primary key (tenant_id, id),
  unique (tenant_id, type, key),
  foreign key (tenant_id, owner_id) references person,
  foreign key (tenant_id, unit_id) references unit,
  check ((state = 'closed') = (closed_at is not null))
);
comment on column subject.key is 'What it is called where it comes from: the number in the ERP, the CRM or the MES';
comment on column subject.owner_id is 'Who answers for it now; null = nobody yet';
comment on column subject.unit_id is 'The unit it belongs to: decides, with the owner, who may see it';
comment on column subject.attributes is 'Text by name';
comment on column subject.sought is 'Pinyin without spaces, key and name in small letters, a line each';
create index subject_owner on subject (tenant_id, owner_id, state);
create index subject_unit on subject (tenant_id, unit_id, state);
create index subject_name on subject (tenant_id, state, type, pinyin, id);

select kernel.tenant_table(t) from unnest(array['subject_type', 'subject']) t;
