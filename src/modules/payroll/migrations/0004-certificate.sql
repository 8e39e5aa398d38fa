-- A statement of income that payroll has approved: what stands in it is read from the published slips whenever it is opened.
create table pay_certificate (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  person_id    uuid not null,
  request_id   uuid not null,
  number       text not null,
  purpose      text not null,
  language     text not null check (language in ('zh-CN', 'en')),
  months       int not null check (months between 1 and 12),
  until_month  text not null check (until_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  approved_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, request_id),
  foreign key (tenant_id, person_id) references person
);
comment on table pay_certificate is 'No amount is stored here or in the request: flows are read by more people than pay is';
comment on column pay_certificate.until_month is 'The last month of payment it tells of, fixed when it was approved';
create index pay_certificate_person on pay_certificate (tenant_id, person_id, approved_at);
select kernel.tenant_table('pay_certificate');
