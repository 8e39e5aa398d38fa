-- When the one who uses a session last typed the password: some routes need it to be a few minutes ago.
alter table session add column confirmed_at timestamptz;
update session set confirmed_at = created_at;
alter table session alter column confirmed_at set not null;
