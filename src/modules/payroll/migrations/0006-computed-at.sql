-- When a slip was computed: what changed since makes it stale, and a stale one is not paid.
alter table pay_slip add computed_at timestamptz;
create index pay_term_changed on pay_term (tenant_id, group_id, changed_at);
