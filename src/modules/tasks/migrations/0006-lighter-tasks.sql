-- A hundred thousand tasks a night: what says nothing more, or is looked up otherwise, is not kept for each of them.
-- The duty of a task stands in a version of a responsibility.
alter table task drop constraint task_tenant_id_responsibility_id_fkey;
-- late ones are found by task_late
drop index task_escalate;
-- nobody asks by the first day of a period
drop index task_period;
