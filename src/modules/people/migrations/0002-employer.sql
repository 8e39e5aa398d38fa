alter table personnel_file add employer_unit_id uuid, add foreign key (tenant_id, employer_unit_id) references unit;
comment on column personnel_file.employer_unit_id is 'The company the contract is with, when it is not the one the main seat belongs to';
