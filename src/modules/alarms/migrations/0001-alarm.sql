-- Something wrong with who answers for what, from the day it was noticed until it is no longer so.
create table alarm (
  tenant_id         uuid not null references tenant,
  id                uuid not null,
  key               text not null,
  kind              text not null check (kind in ('nobody-accountable', 'several-accountable', 'accountable-vacant', 'holder-gone',
    'holder-away', 'share-over', 'weight-over', 'unit-closed', 'no-data', 'right-without-duty')),
  responsibility_id uuid,
  position_id       uuid,
  unit_id           uuid,
  person_id         uuid,
  account_id        uuid,
  place_id          uuid,
  facts             jsonb not null default '{}',
  since             date not null,
  resolved_on       date,
  assigned_to       uuid,
  assigned_by       uuid,
  muted_until       date,
  mute_reason       text,
  muted_by          uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, responsibility_id) references responsibility on delete cascade,
  foreign key (tenant_id, position_id) references position,
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, account_id) references account on delete cascade,
  foreign key (tenant_id, assigned_to) references person,
  check ((muted_until is null) = (mute_reason is null)),
  check (resolved_on >= since)
);
comment on column alarm.key is 'What it is about: the same alarm is the same row until it is resolved';
comment on column alarm.place_id is 'The unit it belongs to: decides who may see it; null = the whole firm';
comment on column alarm.facts is 'What the sentence needs beside names: totalPermille, indicator, days, permissions';
comment on column alarm.assigned_to is 'The person who is to see to it';
comment on column alarm.muted_until is 'The first day it is shown again';
create unique index alarm_open on alarm (tenant_id, key) where resolved_on is null;
create index alarm_resolved on alarm (tenant_id, resolved_on desc) where resolved_on is not null;
select kernel.tenant_table('alarm');
