-- Who of several does a duty, what counts by itself, its subtasks, and who is told when: see core/cadence.
alter table responsibility_duty add column handling jsonb not null default '{}';
comment on column responsibility_duty.handling is 'Several holders, counting by facts, subtasks, reminders; see core/cadence';
create index responsibility_duty_after on responsibility_duty (tenant_id, ((cadence -> 'after' ->> 'factKind')))
  where cadence -> 'after' ->> 'factKind' is not null;
