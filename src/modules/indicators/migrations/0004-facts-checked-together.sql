-- Sixty thousand facts of a file were checked one by one against the same tenant; a statement's facts are now checked together.
alter table fact drop constraint fact_tenant_id_fkey;
alter table fact drop constraint fact_tenant_id_reverses_id_fkey;

create or replace function note_facts() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct tenant_id from added) a where not exists (select from tenant t where t.id = a.tenant_id))
    or exists (select from added a where a.reverses_id is not null
      and not exists (select from fact f where f.tenant_id = a.tenant_id and f.id = a.reverses_id)) then
    raise foreign_key_violation using message = 'a fact of no tenant, or one that takes back what is not there', table = 'fact';
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('indicators.close:' || t.tenant_id, 0))
    from (select distinct tenant_id from added order by 1) t;
  insert into tally_mark (tenant_id, person_id, month)
    select distinct tenant_id, person_id, date_trunc('month', day)::date from added where person_id is not null;
  insert into late_fact (tenant_id, period_id, fact_id)
    select a.tenant_id, p.id, a.id from added a
    join closed_period p on p.tenant_id = a.tenant_id and p.reopened_at is null and a.day >= p.from_day and a.day < p.until_day;
  return null;
end $$;
