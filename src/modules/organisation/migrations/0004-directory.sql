-- The order of a Chinese directory by what names sound like, page by page, without sorting everybody at every look.
create index person_directory on person (tenant_id, pinyin collate "C", number, id);
create index person_numbers on person (tenant_id, number, id);

-- One text to look in instead of four: a list of tens of thousands is read whole for a few letters.
alter table person add sought text not null generated always as
  (lower(replace(pinyin, ' ', '') || E'\n' || number || E'\n' || name || E'\n' || coalesce(latin_name, ''))) stored;
comment on column person.sought is 'Pinyin without spaces, number, name and Latin name in small letters, a line each';

-- What runs on a day is found without reading what is over: see kernel/as-of.ts for the expression.
create index assignment_position_day on assignment (tenant_id, position_id, (case when valid_until is null then 'infinity' else valid_until end));
create index assignment_person_day on assignment (tenant_id, person_id, (case when valid_until is null then 'infinity' else valid_until end));
create index position_version_day on position_version (tenant_id, position_id, (case when valid_until is null then 'infinity' else valid_until end));
create index position_version_unit_day on position_version (tenant_id, unit_id, (case when valid_until is null then 'infinity' else valid_until end));
create index unit_version_day on unit_version (tenant_id, unit_id, (case when valid_until is null then 'infinity' else valid_until end));
create index unit_version_parent_day on unit_version (tenant_id, parent_id, (case when valid_until is null then 'infinity' else valid_until end));
drop index assignment_position, assignment_person, position_version_unit, unit_version_parent;
