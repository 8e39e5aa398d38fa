-- Pay: how people are paid (groups, items, terms, dated data of the law), what is known of a month (inputs), and what was computed and paid (runs, slips).
create table pay_group (
  tenant_id        uuid not null references tenant,
  id               uuid not null,
  code             text not null,
  name             jsonb not null,
  employer_unit_id uuid not null,
  jurisdiction     text not null default 'cn' check (jurisdiction in ('cn', 'sg', 'hk', 'us')),
  city             text,
  frequency        text not null default 'month' check (frequency in ('month', 'semimonth', 'biweek', 'week')),
  pay_day          int not null default 10 check (pay_day between 1 and 31),
  pays_next_month  boolean not null default true,
  proration        text not null default 'own-paid-days' check (proration in ('forward', 'reverse', 'own-paid-days', 'calendar-days')),
  is_active        boolean not null default true,
  version          int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, employer_unit_id) references unit
);
comment on table pay_group is 'People who are paid together: same employer, country, rhythm and day';
comment on column pay_group.employer_unit_id is 'The legal entity that pays and withholds: tax is cumulated per employer';
comment on column pay_group.city is 'Where contributions are due unless a person''s terms say another';
comment on column pay_group.pay_day is 'Day of the month; a month too short takes its last day, a rest day the workday before';
comment on column pay_group.proration is 'How part of a month is paid: china.md 3.2 lists four methods';
select kernel.tenant_table('pay_group');

create table pay_item (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  group_id     uuid,
  code         text not null check (code ~ '^[a-z][a-z0-9_]*$'),
  name         jsonb not null,
  kind         text not null check (kind in ('earning', 'deduction', 'employer', 'information')),
  formula      text not null,
  is_taxable   boolean not null default true,
  is_normal_hours boolean not null default true,
  rounding     text,
  place        int not null default 0,
  is_on_slip   boolean not null default true,
  valid_from   date not null,
  valid_until  date,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, group_id) references pay_group on delete cascade,
  check (valid_until is null or valid_until > valid_from),
  exclude using gist (
    tenant_id with =, (coalesce(group_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, code with =,
    daterange(valid_from, valid_until) with &&
  )
);
comment on table pay_item is 'A line of pay as a formula, in dated versions; one without a group holds for all groups, one of a group goes before it';
comment on column pay_item.is_normal_hours is 'Counts when pay is compared with the minimum wage: overtime, night and heat allowances do not';
comment on column pay_item.rounding is 'A rounding of core/payroll; null = half up to the cent';
comment on column pay_item.place is 'Order on the slip; never the order of computing';
select kernel.tenant_table('pay_item');

create table pay_term (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  person_id    uuid not null,
  group_id     uuid not null,
  wage_fen     bigint not null check (wage_fen >= 0),
  amounts      jsonb not null default '{}',
  city         text,
  bases        jsonb not null default '{}',
  rates        jsonb not null default '{}',
  excepted     text[] not null default '{}',
  standing     jsonb not null default '{}',
  reason       text not null default '',
  valid_from   date not null,
  valid_until  date,
  version      int not null default 1,
  changed_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, group_id) references pay_group,
  check (valid_until is null or valid_until > valid_from),
  exclude using gist (tenant_id with =, person_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table pay_term is 'What a person is paid from a day on: wage of a full period, fixed amounts, how contributions and tax are reckoned';
comment on column pay_term.amounts is 'Fixed amounts by input name, text with two decimals: {"position_allowance": "300.00"}';
comment on column pay_term.bases is 'Declared contribution bases in fen by scheme, "all" for those not named';
comment on column pay_term.standing is 'How the country''s tax treats the person: first job in the year, 60,000 from January, non-resident, filing status, birth day …';
create index pay_term_group on pay_term (tenant_id, group_id);
select kernel.tenant_table('pay_term');

create table pay_parameter (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  jurisdiction text not null,
  city         text,
  kind         text not null,
  content      jsonb not null,
  source       text not null,
  missing      text[] not null default '{}',
  valid_from   date not null,
  valid_until  date,
  version      int not null default 1,
  changed_at   timestamptz not null,
  primary key (tenant_id, id),
  check (valid_until is null or valid_until > valid_from)
);
comment on table pay_parameter is 'Dated data of the law that a firm changed or added: rates, bounds, minimum wages. What is not here is taken from the packs that come with the product';
comment on column pay_parameter.missing is 'What is not known yet: using it is refused with a sentence';
create index pay_parameter_kind on pay_parameter (tenant_id, jurisdiction, kind);
select kernel.tenant_table('pay_parameter');

create table declaration (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  person_id    uuid not null,
  kind         text not null check (kind in ('special-deduction', 'bank-account', 'tax-data')),
  sealed       bytea not null,
  shown        text not null default '',
  state        text not null default 'proposed' check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
  reason       text,
  valid_from   date not null,
  valid_until  date,
  decided_by_id uuid,
  decided_at   timestamptz,
  created_at   timestamptz not null,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
comment on table declaration is 'What an employee declares for pay; the content is sealed, only the masked form is readable in the table';
comment on column declaration.sealed is 'Encrypted, bound to table, column, row and key version';
comment on column declaration.shown is 'Masked: **** 1234';
create index declaration_person on declaration (tenant_id, person_id, kind);
create index declaration_open on declaration (tenant_id, created_at) where state = 'proposed';
select kernel.tenant_table('declaration');

create table pay_run (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  group_id     uuid not null,
  period       text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  kind         text not null default 'regular' check (kind in ('regular', 'off-cycle', 'correction')),
  number       int not null default 1,
  title        text not null default '',
  paid_on      date not null,
  state        text not null default 'draft' check (state in ('draft', 'calculating', 'calculated', 'submitted', 'published', 'cancelled')),
  is_locked    boolean not null default false,
  progress     jsonb,
  totals       jsonb not null default '{}',
  parameters   jsonb not null default '{}',
  made_by_id   uuid,
  submitted_by_id uuid,
  published_by_id uuid,
  request_id   uuid,
  created_at   timestamptz not null,
  calculated_at timestamptz,
  published_at timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, group_id) references pay_group
);
comment on column pay_run.parameters is 'What it was computed with: version and source of each piece of dated data, items as they were';
comment on column pay_run.number is 'Counts the runs of a group, period and kind';
comment on column pay_run.made_by_id is 'Account that made it; who publishes must be another';
create unique index pay_run_number on pay_run (tenant_id, group_id, period, kind, number);
create unique index pay_run_regular on pay_run (tenant_id, group_id, period) where kind = 'regular' and state <> 'cancelled';
create index pay_run_published on pay_run (tenant_id, period) where state = 'published';
select kernel.tenant_table('pay_run');

create table pay_slip (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  run_id       uuid not null,
  person_id    uuid not null,
  period       text not null,
  paid_on      date not null,
  unit_id      uuid,
  position_id  uuid,
  state        text not null check (state in ('calculated', 'failed', 'held', 'published')),
  is_locked    boolean not null default false,
  gross_fen    bigint not null default 0,
  insurance_fen bigint not null default 0,
  tax_fen      bigint not null default 0,
  deductions_fen bigint not null default 0,
  net_fen      bigint not null default 0,
  receivable_fen bigint not null default 0,
  employer_cost_fen bigint not null default 0,
  lines        jsonb not null default '[]',
  inputs       jsonb not null default '[]',
  year_before  jsonb,
  year_after   jsonb,
  problem      jsonb,
  published_at timestamptz,
  opened_at    timestamptz,
  confirmed_at timestamptz,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, run_id, person_id),
  foreign key (tenant_id, run_id) references pay_run on delete cascade,
  foreign key (tenant_id, person_id) references person
);
comment on table pay_slip is 'One person''s pay of one run; a published one is never changed: differences come as lines of a later run';
comment on column pay_slip.lines is 'PayLine[] of core/payroll: code, side, fen, reason with rule, source and facts; an item''s name is looked up by its code and the run''s day';
comment on column pay_slip.inputs is 'PayInput[]: {name, value, source: {kind, label, path}}: what went in and where it opens';
comment on column pay_slip.year_before is 'The year to date it was computed from, of the jurisdiction''s own shape';
comment on column pay_slip.problem is 'Why there is no result: {code, facts} of core/payroll or of gathering';
comment on column pay_slip.unit_id is 'Home unit on the last day of the period, for cost and access';
create index pay_slip_person on pay_slip (tenant_id, person_id, paid_on);
create index pay_slip_unit on pay_slip (tenant_id, unit_id, period);
create index pay_slip_period on pay_slip (tenant_id, period);
select kernel.tenant_table('pay_slip');

create table pay_input (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  person_id    uuid not null,
  period       text not null,
  name         text not null,
  value        numeric not null,
  source       text not null check (source in ('typed', 'file', 'attendance', 'arrears', 'module')),
  source_key   text not null default '',
  label        text not null default '',
  path         text,
  run_kind     text not null default 'regular',
  used_by_run_id uuid,
  created_by_id uuid,
  created_at   timestamptz not null,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
comment on table pay_input is 'What is known of a person''s month: one-off amounts, hours, days, and arrears of closed periods';
comment on column pay_input.path is 'The page that shows where it comes from';
comment on column pay_input.source_key is 'Tells two of one source apart; the same file or the same arrears twice is the same row';
create unique index pay_input_once on pay_input (tenant_id, person_id, period, name, source, source_key);
create index pay_input_period on pay_input (tenant_id, period);
select kernel.tenant_table('pay_input');

create table pay_opening (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  person_id    uuid not null,
  employer_unit_id uuid not null,
  year         int not null,
  state        jsonb not null,
  source       text not null,
  created_at   timestamptz not null,
  version      int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, employer_unit_id, year),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, employer_unit_id) references unit
);
comment on table pay_opening is 'The year to date a person brought along when the firm began here in mid-year';
select kernel.tenant_table('pay_opening');

create table pay_hold (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  person_id    uuid not null,
  reason       text not null,
  from_period  text not null,
  released_at  timestamptz,
  created_by_id uuid,
  created_at   timestamptz not null,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person
);
comment on table pay_hold is 'Pay of one person is computed but kept back until it is released';
select kernel.tenant_table('pay_hold');

create table pay_receivable (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  person_id    uuid not null,
  slip_id      uuid not null,
  fen          bigint not null check (fen > 0),
  recovered_fen bigint not null default 0,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slip_id),
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, slip_id) references pay_slip
);
comment on table pay_receivable is 'What could not be taken from a wage and is recovered from the next';
create index pay_receivable_open on pay_receivable (tenant_id, person_id) where recovered_fen < fen;
select kernel.tenant_table('pay_receivable');

create table pay_finding (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  run_id       uuid not null,
  person_id    uuid,
  code         text not null,
  severity     text not null check (severity in ('blocking', 'warning', 'notice')),
  facts        jsonb not null default '{}',
  note         text,
  accepted_by_id uuid,
  accepted_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, run_id) references pay_run on delete cascade
);
comment on table pay_finding is 'What checking a run found; a warning is accepted with a note, a blocking one must go away';
create index pay_finding_run on pay_finding (tenant_id, run_id);
select kernel.tenant_table('pay_finding');

create table pay_question (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  slip_id      uuid not null,
  person_id    uuid not null,
  line_code    text,
  state        text not null default 'open' check (state in ('open', 'answered', 'closed')),
  created_at   timestamptz not null,
  version      int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, slip_id) references pay_slip,
  foreign key (tenant_id, person_id) references person
);
create index pay_question_open on pay_question (tenant_id, created_at) where state = 'open';
create index pay_question_slip on pay_question (tenant_id, slip_id);
select kernel.tenant_table('pay_question');

create table pay_message (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  question_id  uuid not null,
  account_id   uuid not null,
  text         text not null,
  is_from_payroll boolean not null,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, question_id) references pay_question on delete cascade
);
create index pay_message_question on pay_message (tenant_id, question_id, created_at);
select kernel.tenant_table('pay_message');
