-- Lists are in the order requests began, which never changes: an event then touches no index of the request.
drop index flow_instance_owner;
drop index flow_instance_flow;
drop index flow_instance_changed;
create index flow_instance_owner on flow_instance (tenant_id, owner_id, created_at desc);
create index flow_instance_flow on flow_instance (tenant_id, flow_id, created_at desc);
create index flow_instance_begun on flow_instance (tenant_id, created_at desc);
alter table flow_instance set (fillfactor = 85);
-- What a person has done is counted from an index alone; that is quick while most of the table is known to be visible to all.
alter table flow_task set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05);
