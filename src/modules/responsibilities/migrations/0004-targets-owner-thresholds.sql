-- Targets that follow the season, last year or the holder; who owns an indicator; from where on it is amber and green.
alter table responsibility_indicator
  add target_rule jsonb not null default '{"kind": "fixed"}',
  add holder_targets jsonb not null default '[]',
  add owner jsonb,
  add thresholds jsonb not null default '{"amberPermille": 800, "greenPermille": 1000}';
comment on column responsibility_indicator.target_rule is 'fixed · factors or values of twelve months · last-year with a change in permille; target is the base, or what counts where last year has no figure';
comment on column responsibility_indicator.holder_targets is 'List of { kind: person or position, id, target }: counts before any target by unit';
comment on column responsibility_indicator.owner is '{ kind: person or position, id }: who answers for the indicator itself';
comment on column responsibility_indicator.thresholds is 'Part of what is due, in permille, from which the light is amber and green';
