-- After rows came in by the thousand the planner still believes the tables to be empty, until the server looks by itself
-- a minute later; until then a page may take minutes. Only an owner may look, so the owner does it for the app's role.
create function kernel.analyze_tables(names regclass[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare name regclass;
begin
  foreach name in array names loop execute format('analyze %s', name); end loop;
end $$;
revoke execute on function kernel.analyze_tables(regclass[]) from public;
grant execute on function kernel.analyze_tables(regclass[]) to remit_app;
