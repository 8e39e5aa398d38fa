-- What bookkeeping, banks and the tax office get of pay: accounts and their rules, vouchers, files to banks, sheets for the tax client, budgets.
create table ledger_account (
  tenant_id  uuid not null references tenant,
  code       text not null check (code ~ '^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$'),
  name       jsonb not null,
  is_active  boolean not null default true,
  version    int not null default 1,
  primary key (tenant_id, code)
);
comment on table ledger_account is 'Accounts of the ledger that vouchers of pay use';

create table account_rule (
  tenant_id     uuid not null,
  id            uuid not null,
  use           text not null check (use in ('expense', 'owed', 'withheld', 'paid', 'claim', 'kept')),
  key           text not null check (key <> ''),
  unit_id       uuid,
  job_family_id uuid,
  account_code  text not null,
  valid_from    date not null,
  valid_until   date,
  version       int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, job_family_id) references job_family,
  foreign key (tenant_id, account_code) references ledger_account,
  check (valid_until is null or valid_until > valid_from),
  exclude using gist (
    tenant_id with =, use with =, key with =,
    (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    (coalesce(job_family_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    daterange(valid_from, valid_until) with &&
  )
);
comment on column account_rule.key is 'Code of a pay item or of a scheme''s side (pension.employer), or a class of core/voucher that stands for all of its kind';
comment on column account_rule.unit_id is 'Holds for the unit and all below it; null = everywhere';

create table cost_centre (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  code        text not null check (code <> ''),
  name        jsonb not null,
  unit_id     uuid not null,
  valid_from  date not null,
  valid_until date,
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit,
  check (valid_until is null or valid_until > valid_from),
  exclude using gist (tenant_id with =, unit_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table cost_centre is 'Takes the cost of a unit and of those below it that have none of their own';
create index cost_centre_code on cost_centre (tenant_id, code);

create table cost_share (
  tenant_id   uuid not null,
  id          uuid not null,
  person_id   uuid not null,
  shares      jsonb not null,
  reason      text not null default '',
  valid_from  date not null,
  valid_until date,
  version     int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person,
  check (valid_until is null or valid_until > valid_from),
  exclude using gist (tenant_id with =, person_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table cost_share is 'A person whose cost is split as laid down; who has none is split by the shares of the seats held';
comment on column cost_share.shares is '[{unitId, permille}], together 1000';

create table voucher (
  tenant_id        uuid not null references tenant,
  id               uuid not null,
  employer_unit_id uuid not null,
  run_id           uuid not null,
  step             text not null check (step in ('accrual', 'employer', 'payment', 'remittance', 'tax')),
  period           text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  number           int not null check (number > 0),
  dated_on         date not null,
  summary          text not null,
  total_fen        bigint not null,
  reverses_id      uuid,
  reason           text not null default '',
  is_reversed      boolean not null default false,
  made_by_id       uuid,
  made_at          timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, employer_unit_id, period, number),
  unique (tenant_id, reverses_id),
  foreign key (tenant_id, employer_unit_id) references unit,
  foreign key (tenant_id, run_id) references pay_run,
  foreign key (tenant_id, reverses_id) references voucher
);
comment on table voucher is 'One step of one run in the ledger''s language. Never changed: what was wrong is reversed and made again';
comment on column voucher.period is 'Month of the ledger, of dated_on';
comment on column voucher.number is 'Counts the vouchers of an employer in a month';
create unique index voucher_once on voucher (tenant_id, run_id, step) where reverses_id is null and not is_reversed;
create index voucher_period on voucher (tenant_id, period);

create table voucher_line (
  tenant_id    uuid not null,
  voucher_id   uuid not null,
  number       int not null,
  account_code text not null,
  account_name jsonb not null,
  cost_centre_code text,
  cost_centre_name jsonb,
  debit_fen    bigint not null default 0,
  credit_fen   bigint not null default 0,
  primary key (tenant_id, voucher_id, number),
  foreign key (tenant_id, voucher_id) references voucher,
  check ((debit_fen = 0) <> (credit_fen = 0))
);
comment on table voucher_line is 'Account and cost centre as they were called when it was made: a changed mapping changes nothing here';

create table voucher_part (
  tenant_id   uuid not null,
  voucher_id  uuid not null,
  line        int not null,
  number      int not null,
  slip_id     uuid not null,
  code        text not null,
  unit_id     uuid,
  fen         bigint not null,
  primary key (tenant_id, voucher_id, line, number),
  foreign key (tenant_id, voucher_id, line) references voucher_line,
  foreign key (tenant_id, slip_id) references pay_slip
);
comment on table voucher_part is 'What a line consists of: amounts of slips by item, on the line''s side';
create index voucher_part_slip on voucher_part (tenant_id, slip_id);

-- A voucher that does not balance, or a line that is not the sum of its parts, does not survive its commit.
create function kernel.voucher_balances() returns trigger language plpgsql as $$
declare
  difference bigint;
  astray int;
begin
  select coalesce(sum(debit_fen - credit_fen), 0) into difference
    from voucher_line where tenant_id = new.tenant_id and voucher_id = new.voucher_id;
  if difference <> 0 then
    raise exception 'voucher % is out of balance by % fen', new.voucher_id, difference using errcode = '23514';
  end if;
  if new.number = 1 then
    select count(*) into astray from voucher_line l
      left join (
        select line, sum(fen) as fen from voucher_part where tenant_id = new.tenant_id and voucher_id = new.voucher_id group by line
      ) p on p.line = l.number
      where l.tenant_id = new.tenant_id and l.voucher_id = new.voucher_id and coalesce(p.fen, 0) <> l.debit_fen + l.credit_fen;
    if astray > 0 then
      raise exception 'voucher % has % lines that are not the sum of their parts', new.voucher_id, astray using errcode = '23514';
    end if;
  end if;
  return null;
end $$;
create constraint trigger voucher_balances after insert on voucher_line
  deferrable initially deferred for each row execute function kernel.voucher_balances();

create table ledger_link (
  tenant_id        uuid not null,
  employer_unit_id uuid not null,
  url              text not null,
  account_set      text not null,
  book             text not null,
  voucher_group    text not null default 'PRE001',
  user_name        text not null,
  app_id           text not null,
  secret           bytea not null,
  is_on            boolean not null default true,
  version          int not null default 1,
  primary key (tenant_id, employer_unit_id),
  foreign key (tenant_id, employer_unit_id) references unit
);
comment on table ledger_link is 'How vouchers of an employer reach Kingdee Cloud';
comment on column ledger_link.secret is 'Sealed: bound to table, column and row';

create table voucher_sending (
  tenant_id   uuid not null,
  voucher_id  uuid not null,
  state       text not null check (state in ('sending', 'sent', 'unknown', 'refused')),
  remote_number text,
  message     text not null default '',
  attempts    int not null default 1,
  asked_at    timestamptz not null,
  primary key (tenant_id, voucher_id),
  foreign key (tenant_id, voucher_id) references voucher
);
comment on table voucher_sending is 'What is known of a voucher in the other system; "sending" and "unknown" are looked up there before anything is sent again';

create table file_template (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  kind        text not null check (kind in ('bank', 'tax-wages', 'tax-bonus', 'tax-labour')),
  code        text not null,
  name        jsonb not null,
  content     jsonb not null,
  valid_from  date not null,
  valid_until date,
  version     int not null default 1,
  primary key (tenant_id, id),
  check (valid_until is null or valid_until > valid_from),
  exclude using gist (tenant_id with =, kind with =, code with =, daterange(valid_from, valid_until) with &&)
);
comment on table file_template is 'Columns of a file as data, in dated versions, beside those that come with the product';

create table bank_file (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  run_id       uuid not null,
  number       int not null,
  template     text not null,
  name         text not null,
  follows_id   uuid,
  reason       text not null default '',
  rows         int not null,
  total_fen    bigint not null,
  sealed       bytea not null,
  made_by_id   uuid,
  made_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, run_id, number),
  foreign key (tenant_id, run_id) references pay_run,
  foreign key (tenant_id, follows_id) references bank_file,
  check (number = 1 or follows_id is not null or reason <> '')
);
comment on column bank_file.follows_id is 'The file whose failed payments this one sends again';
comment on column bank_file.reason is 'Why there is a further file of one run: without it the same money could go out twice';
comment on column bank_file.sealed is 'The bytes as they were made, encrypted: the same file however often it is fetched';

create table bank_row (
  tenant_id    uuid not null,
  file_id      uuid not null,
  line         int not null,
  slip_id      uuid not null,
  person_id    uuid not null,
  name         text not null,
  shown        text not null,
  fen          bigint not null check (fen > 0),
  failure      text,
  failed_at    timestamptz,
  primary key (tenant_id, file_id, line),
  foreign key (tenant_id, file_id) references bank_file,
  foreign key (tenant_id, slip_id) references pay_slip,
  foreign key (tenant_id, person_id) references person
);
comment on column bank_row.shown is 'The account, masked';
comment on column bank_row.failure is 'What the bank said when it did not pay; null = nothing was said';
create index bank_row_slip on bank_row (tenant_id, slip_id);

create table tax_result (
  tenant_id        uuid not null,
  employer_unit_id uuid not null,
  period           text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  person_id        uuid not null,
  figures          jsonb not null,
  differences      jsonb not null default '[]',
  imported_at      timestamptz not null,
  primary key (tenant_id, employer_unit_id, period, person_id),
  foreign key (tenant_id, employer_unit_id) references unit,
  foreign key (tenant_id, person_id) references person
);
comment on table tax_result is 'What the tax client computed of a person''s month, held against the slip';
comment on column tax_result.differences is '[{step, ours, theirs}] in fen, in the order of the computation: the first is where they part';

create table labour_budget (
  tenant_id         uuid not null,
  unit_id           uuid not null,
  responsibility_id uuid,
  period            text not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  fen               bigint not null check (fen >= 0),
  imported_at       timestamptz not null,
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, responsibility_id) references responsibility
);
create unique index labour_budget_once on labour_budget
  (tenant_id, unit_id, period, (coalesce(responsibility_id, '00000000-0000-0000-0000-000000000000'::uuid)));

select kernel.tenant_table(t) from unnest(array['ledger_account', 'account_rule', 'cost_centre', 'cost_share', 'voucher',
  'ledger_link', 'voucher_sending', 'file_template', 'bank_row', 'tax_result', 'labour_budget']) t;
select kernel.append_only_table(t) from unnest(array['voucher_line', 'voucher_part', 'bank_file']) t;
