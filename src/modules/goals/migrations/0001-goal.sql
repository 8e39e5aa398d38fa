-- What the firm wants to reach, from the whole down to units, and which responsibilities serve it.
create table goal (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  name        jsonb not null,
  measure     jsonb not null default '{}',
  unit_id     uuid,
  owner_id    uuid,
  parent_id   uuid,
  valid_from  date not null,
  valid_until date not null,
  version     int not null default 1,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, owner_id) references person,
  foreign key (tenant_id, parent_id) references goal,
  check (valid_until > valid_from),
  check (parent_id <> id)
);
comment on column goal.measure is 'Local text: by what one sees that it is reached';
comment on column goal.unit_id is 'Whose goal it is; null = the whole firm''s';
comment on column goal.parent_id is 'The wider goal it helps to reach';
create index goal_parent on goal (tenant_id, parent_id);

create table goal_responsibility (
  tenant_id         uuid not null,
  goal_id           uuid not null,
  responsibility_id uuid not null,
  created_at        timestamptz not null,
  primary key (tenant_id, goal_id, responsibility_id),
  foreign key (tenant_id, goal_id) references goal on delete cascade,
  foreign key (tenant_id, responsibility_id) references responsibility on delete cascade
);
comment on table goal_responsibility is 'The responsibility serves the goal';
create index goal_responsibility_of on goal_responsibility (tenant_id, responsibility_id);

select kernel.tenant_table(t) from unnest(array['goal', 'goal_responsibility']) t;
