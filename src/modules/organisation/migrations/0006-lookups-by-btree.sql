-- The walls against overlapping periods stay, but over an expression: the planner took them for a way to find rows by
-- their id, at the same estimate as a B-tree and at several times its work, and which of the two it took was chance.
alter table unit_version
  drop constraint unit_version_tenant_id_unit_id_daterange_excl,
  add constraint unit_version_one_a_day exclude using gist
    (tenant_id with =, ((unit_id::text)::uuid) with =, daterange(valid_from, valid_until) with &&);
alter table position_version
  drop constraint position_version_tenant_id_position_id_daterange_excl,
  add constraint position_version_one_a_day exclude using gist
    (tenant_id with =, ((position_id::text)::uuid) with =, daterange(valid_from, valid_until) with &&);
alter table assignment
  drop constraint assignment_tenant_id_person_id_position_id_daterange_excl,
  drop constraint assignment_tenant_id_person_id_daterange_excl,
  add constraint assignment_once exclude using gist
    (tenant_id with =, ((person_id::text)::uuid) with =, position_id with =, daterange(valid_from, valid_until) with &&),
  add constraint assignment_one_main exclude using gist
    (tenant_id with =, ((person_id::text)::uuid) with =, daterange(valid_from, valid_until) with &&) where (kind = 'main');
