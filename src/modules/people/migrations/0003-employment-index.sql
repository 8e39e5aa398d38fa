create index personnel_file_employment on personnel_file (tenant_id, employment, person_id);
