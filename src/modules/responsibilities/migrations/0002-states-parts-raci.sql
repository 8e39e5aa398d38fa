-- Drafts, kinds of work, rights; parts and local targets; holdings by unit and by person, for the whole firm or a part of it.
alter table responsibility add kind text not null default 'business'
  check (kind in ('business', 'production', 'control', 'support', 'management', 'project'));
comment on column responsibility.kind is 'Kind of work: business with customers, production, control, support, management, project';

alter table responsibility_version add rights jsonb not null default '[]', add pinyin text not null default '';
comment on column responsibility_version.valid_from is 'infinity for a draft: no day reaches it, so it makes no tasks and stands on no board';
comment on column responsibility_version.rights is 'Permissions that who carries it needs: a list of names such as tasks.give';
comment on column responsibility_version.pinyin is 'Of the Chinese name, for search';

alter table responsibility_indicator add local_targets jsonb not null default '[]';
comment on column responsibility_indicator.local_targets is 'List of { unitId, target }: the target for a unit and all below it; the nearest counts';

create table responsibility_part (
  tenant_id       uuid not null,
  id              uuid not null,
  version_id      uuid not null,
  part_id         uuid not null,
  mode            text not null check (mode in ('copy', 'reference')),
  from_version_id uuid,
  weight_permille int not null default 0 check (weight_permille between 0 and 1000),
  targets         jsonb not null default '[]',
  sort_order      int not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, version_id, part_id),
  foreign key (tenant_id, version_id) references responsibility_version on delete cascade,
  foreign key (tenant_id, part_id) references responsibility
);
comment on table responsibility_part is 'Another responsibility this one is made of. By reference it follows the versions of the original; of a copy only the origin is kept';
comment on column responsibility_part.from_version_id is 'The version it was copied from';
comment on column responsibility_part.weight_permille is 'Share of the part in the whole; with the weights of the own indicators it comes to 1000';
comment on column responsibility_part.targets is 'List of { key, unitId, target }: other targets than the original has; unitId null = wherever the whole is held';
create index responsibility_part_in on responsibility_part (tenant_id, part_id);
select kernel.tenant_table('responsibility_part');

alter table holding alter position_id drop not null, add unit_id uuid, add person_id uuid, add for_unit_id uuid,
  add foreign key (tenant_id, unit_id) references unit,
  add foreign key (tenant_id, person_id) references person,
  add foreign key (tenant_id, for_unit_id) references unit,
  add check (num_nonnulls(position_id, unit_id, person_id) = 1);
do $$
declare made text;
begin
  for made in select conname from pg_constraint where conrelid = 'holding'::regclass and contype = 'x' loop
    execute format('alter table holding drop constraint %I', made);
  end loop;
end $$;
-- the tenant's own id stands for the whole firm
alter table holding
  add constraint holding_once exclude using gist (tenant_id with =, responsibility_id with =, raci with =,
    coalesce(position_id, unit_id, person_id) with =, coalesce(for_unit_id, tenant_id) with =, daterange(valid_from, valid_until) with &&),
  add constraint holding_one_accountable exclude using gist (tenant_id with =, responsibility_id with =,
    coalesce(for_unit_id, tenant_id) with =, daterange(valid_from, valid_until) with &&) where (raci = 'accountable');
comment on table holding is 'A position, a unit or a person holds a responsibility for a period in a RACI role; exactly one is accountable in each part of the firm';
comment on column holding.for_unit_id is 'It holds for this unit and all below it alone; null = everywhere';
comment on column holding.weight_permille is 'Part of the work of a position or person; what one carries adds up to at most 1000';
create index holding_responsibility on holding (tenant_id, responsibility_id);
create index holding_unit on holding (tenant_id, unit_id) where unit_id is not null;
create index holding_person on holding (tenant_id, person_id) where person_id is not null;

-- Where a holding is carried out: a unit does so through the positions that lead it, a person on the main position.
create view holding_seat with (security_invoker = true) as
  select h.tenant_id, h.id as holding_id, h.responsibility_id, h.raci, h.weight_permille, h.for_unit_id,
    h.position_id, null::uuid as person_id, h.valid_from, h.valid_until
  from holding h where h.position_id is not null
  union all
  select h.tenant_id, h.id, h.responsibility_id, h.raci, h.weight_permille, h.for_unit_id,
    p.position_id, null, greatest(h.valid_from, p.valid_from), least(h.valid_until, p.valid_until)
  from holding h join position_version p on p.tenant_id = h.tenant_id and p.unit_id = h.unit_id and p.is_lead
    and daterange(p.valid_from, p.valid_until) && daterange(h.valid_from, h.valid_until)
  union all
  select h.tenant_id, h.id, h.responsibility_id, h.raci, h.weight_permille, h.for_unit_id,
    a.position_id, a.person_id, greatest(h.valid_from, a.valid_from), least(h.valid_until, a.valid_until)
  from holding h join assignment a on a.tenant_id = h.tenant_id and a.person_id = h.person_id and a.kind = 'main'
    and daterange(a.valid_from, a.valid_until) && daterange(h.valid_from, h.valid_until);
comment on view holding_seat is 'One row a holding and position it is carried out on; person_id when only that person of the position does';
grant select on holding_seat to remit_app;
