-- A further scope of grants: the people of the units one works with.
alter table role_grant drop constraint role_grant_scope_check,
  add constraint role_grant_scope_check check (scope in ('self', 'reports', 'partners', 'unit', 'tenant'));
