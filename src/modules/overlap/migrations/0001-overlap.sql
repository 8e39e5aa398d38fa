-- What responsibilities in force say, sentence by sentence, and which of those look like the same work of two units.
create table overlap_statement (
  tenant_id         uuid not null references tenant,
  id                uuid not null,
  responsibility_id uuid not null,
  unit_id           uuid not null,
  part              text not null check (part in ('purpose', 'activity', 'duty')),
  text              jsonb not null,
  is_current        boolean not null default true,
  primary key (tenant_id, id),
  foreign key (tenant_id, responsibility_id) references responsibility,
  foreign key (tenant_id, unit_id) references unit
);
comment on table overlap_statement is 'Copied from the version in force; the id is made of responsibility, part and wording, so that a decision outlives a new version that says the same';
comment on column overlap_statement.unit_id is 'Of the accountable holder, else of the responsibility';
comment on column overlap_statement.text is 'Local text: language -> sentence';
comment on column overlap_statement.is_current is 'False once no version in force says it; kept only because of a decision';
create index overlap_statement_responsibility on overlap_statement (tenant_id, responsibility_id);

create table overlap_pair (
  tenant_id      uuid not null references tenant,
  id             uuid not null,
  first_id       uuid not null,
  second_id      uuid not null,
  score_permille int not null check (score_permille between 0 and 1000),
  indicators     jsonb not null default '[]',
  is_current     boolean not null default true,
  found_at       timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, first_id, second_id),
  foreign key (tenant_id, first_id) references overlap_statement,
  foreign key (tenant_id, second_id) references overlap_statement,
  check (first_id < second_id)
);
comment on column overlap_pair.score_permille is 'How alike in wording: 1000 = the same words';
comment on column overlap_pair.indicators is 'Names (local texts) of indicators that the two responsibilities both have';
create index overlap_pair_second on overlap_pair (tenant_id, second_id);
create index overlap_pair_score on overlap_pair (tenant_id, score_permille desc, id) where is_current;

create table overlap_decision (
  tenant_id       uuid not null references tenant,
  pair_id         uuid not null,
  verdict         text not null check (verdict in ('same', 'different')),
  reason          text not null default '',
  lead_unit_id    uuid,
  support_unit_id uuid,
  until           date,
  note            text not null default '',
  score_permille  int not null,
  draft_id        uuid,
  version         int not null default 1,
  decided_at      timestamptz not null,
  decided_by      uuid,
  primary key (tenant_id, pair_id),
  foreign key (tenant_id, pair_id) references overlap_pair,
  foreign key (tenant_id, lead_unit_id) references unit,
  foreign key (tenant_id, support_unit_id) references unit,
  check ((verdict = 'same') = (lead_unit_id is not null)),
  check (verdict = 'same' or reason <> '')
);
comment on table overlap_decision is 'Whether two statements are the same work; if so who leads it and who supports';
comment on column overlap_decision.until is 'The first day it no longer holds: the pair is open again; null = for good';
comment on column overlap_decision.score_permille is 'The score when it was decided, to tell how far a band can be trusted';
comment on column overlap_decision.draft_id is 'The draft of a re-organisation that carries it out';

create table overlap_run (
  tenant_id       uuid not null references tenant,
  id              uuid not null,
  day             date not null,
  finished_at     timestamptz not null,
  statement_count int not null,
  pair_count      int not null,
  primary key (tenant_id, id)
);
comment on table overlap_run is 'The latest comparison of everything with everything';

select kernel.tenant_table(t) from unnest(array['overlap_statement', 'overlap_pair', 'overlap_decision', 'overlap_run']) t;
