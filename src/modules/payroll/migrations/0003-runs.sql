-- Runs go on where they stopped: each computing has a number, and its chunks go by the people's ids.
alter table pay_run add calculation int not null default 0, add after_person_id uuid;
comment on column pay_run.calculation is 'Counts the computings of a run; what an older one left behind is taken away at the end';
comment on column pay_run.after_person_id is 'While computing: everybody up to this one is done';
alter table pay_slip add calculation int not null default 0, add recovered_fen bigint not null default 0, add is_once boolean not null default false;
comment on column pay_slip.recovered_fen is 'What of earlier receivables went into it';
comment on column pay_slip.is_once is 'Pays one-off amounts alone: no wage of the period, no contributions';
create index pay_input_open on pay_input (tenant_id, period) where used_by_run_id is null;
create index pay_hold_open on pay_hold (tenant_id, person_id) where released_at is null;
create index pay_run_group on pay_run (tenant_id, group_id, period);

-- Slips are thousands of bytes of reasons: the quicker compression, where this server has it.
do $$ begin
  alter table pay_slip alter column lines set compression lz4, alter column inputs set compression lz4;
exception when others then null;
end $$;

-- What was paid is never rewritten, whoever asks.
create function kernel.keep_published_slip() returns trigger language plpgsql as $$
begin
  if old.state <> 'published' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    raise exception 'a published slip stays' using errcode = 'restrict_violation';
  end if;
  if (new.run_id, new.person_id, new.period, new.paid_on, new.state, new.gross_fen, new.insurance_fen, new.tax_fen,
      new.deductions_fen, new.net_fen, new.receivable_fen, new.employer_cost_fen, new.recovered_fen, new.lines, new.inputs,
      new.year_before, new.year_after, new.published_at)
    is distinct from
     (old.run_id, old.person_id, old.period, old.paid_on, old.state, old.gross_fen, old.insurance_fen, old.tax_fen,
      old.deductions_fen, old.net_fen, old.receivable_fen, old.employer_cost_fen, old.recovered_fen, old.lines, old.inputs,
      old.year_before, old.year_after, old.published_at)
  then
    raise exception 'a published slip is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_published before update or delete on pay_slip for each row execute function kernel.keep_published_slip();

create function kernel.keep_published_run() returns trigger language plpgsql as $$
begin
  if old.state <> 'published' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    raise exception 'a published run stays' using errcode = 'restrict_violation';
  end if;
  if (new.group_id, new.period, new.kind, new.number, new.paid_on, new.state, new.totals, new.parameters, new.published_by_id, new.published_at)
    is distinct from
     (old.group_id, old.period, old.kind, old.number, old.paid_on, old.state, old.totals, old.parameters, old.published_by_id, old.published_at)
  then
    raise exception 'a published run is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_published before update or delete on pay_run for each row execute function kernel.keep_published_run();

-- An input that was paid stays as it was.
create function kernel.keep_used_input() returns trigger language plpgsql as $$
begin
  if old.used_by_run_id is null then return coalesce(new, old); end if;
  if tg_op = 'DELETE' or (new.person_id, new.period, new.name, new.value, new.source, new.used_by_run_id)
    is distinct from (old.person_id, old.period, old.name, old.value, old.source, old.used_by_run_id)
  then
    raise exception 'an input that was paid stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_used before update or delete on pay_input for each row execute function kernel.keep_used_input();
