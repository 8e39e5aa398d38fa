create table review_scheme (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  code       text not null check (code <> ''),
  name       jsonb not null,
  period     text not null check (period in ('month', 'quarter', 'year')),
  draft      jsonb,
  version    int not null default 1,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
comment on table review_scheme is 'How people are judged: lines with weights, curves, parts and levels, see core/performance';
comment on column review_scheme.draft is 'What the next version will say; null when nothing was changed since the last';

create table review_scheme_version (
  tenant_id   uuid not null,
  id          uuid not null,
  scheme_id   uuid not null,
  number      int not null check (number >= 1),
  content     jsonb not null,
  valid_from  date not null,
  valid_until date,
  created_at  timestamptz not null,
  created_by  uuid,
  primary key (tenant_id, id),
  unique (tenant_id, scheme_id, number),
  foreign key (tenant_id, scheme_id) references review_scheme,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, scheme_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table review_scheme_version is 'What a scheme says in a period. Only the day it ends on ever changes';

create table review_scheme_place (
  tenant_id   uuid not null,
  id          uuid not null,
  scheme_id   uuid not null,
  period      text not null,
  kind        text not null check (kind in ('position', 'unit', 'profile')),
  target_id   uuid not null,
  valid_from  date not null,
  valid_until date,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, scheme_id) references review_scheme,
  check (valid_until > valid_from),
  exclude using gist (tenant_id with =, period with =, kind with =, target_id with =, daterange(valid_from, valid_until) with &&)
);
comment on table review_scheme_place is 'Whom a scheme judges: who holds the position, else a position of the profile, else one in the unit or the nearest above';

create table review_round (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  name        jsonb not null,
  period      text not null check (period in ('month', 'quarter', 'year')),
  valid_from  date not null,
  valid_until date not null,
  unit_id     uuid,
  due_on      date not null,
  state       text not null default 'open' check (state in ('open', 'scored', 'calibrated', 'confirmed', 'frozen')),
  version     int not null default 1,
  created_at  timestamptz not null,
  computed_at timestamptz,
  chased_on   date,
  frozen_at   timestamptz,
  frozen_by   uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit,
  check (valid_until > valid_from)
);
comment on column review_round.unit_id is 'The unit with all below it whose people are judged; null = the whole firm';
comment on column review_round.due_on is 'The day by which people are to review';
comment on column review_round.chased_on is 'The day on which who has not reviewed was last reminded';
create index review_round_days on review_round (tenant_id, valid_from, valid_until);

create table review (
  tenant_id           uuid not null,
  id                  uuid not null,
  round_id            uuid not null,
  person_id           uuid not null,
  unit_id             uuid,
  position_id         uuid,
  period              text not null,
  period_from         date not null,
  spans               jsonb not null,
  result              jsonb,
  computed_hundredths int,
  score_hundredths    int check (score_hundredths between 0 and 15000),
  level               text,
  version             int not null default 1,
  confirmed_at        timestamptz,
  appeal_request_id   uuid,
  appeal_state        text check (appeal_state in ('open', 'settled', 'dropped')),
  frozen_at           timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, round_id, person_id),
  unique (tenant_id, period, period_from, person_id),
  foreign key (tenant_id, round_id) references review_round,
  foreign key (tenant_id, person_id) references person,
  foreign key (tenant_id, unit_id) references unit,
  foreign key (tenant_id, position_id) references position
);
comment on table review is 'How a person is judged in a round; never changed once frozen';
comment on column review.unit_id is 'Where the person sat at the end of the period (likewise position_id)';
comment on column review.spans is 'List of { schemeVersionId, from, until }: by which version on which days';
comment on column review.result is 'What was computed: leaves, sum, vetoes, see core/performance; with names and figures as they stood';
comment on column review.score_hundredths is 'The score that counts: as computed, unless somebody decided another one (review_change)';
create index review_person on review (tenant_id, person_id, period_from);

create table review_part (
  tenant_id    uuid not null,
  id           uuid not null,
  review_id    uuid not null,
  part         text not null check (part in ('self', 'manager', 'peer', 'customer')),
  reviewer_id  uuid not null,
  scores       jsonb not null default '{}',
  note         text not null default '',
  version      int not null default 1,
  submitted_at timestamptz,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, review_id, part, reviewer_id),
  foreign key (tenant_id, review_id) references review,
  foreign key (tenant_id, reviewer_id) references person
);
comment on table review_part is 'What one person says in a review: self, manager, a peer asked, or what customers said as somebody noted it';
comment on column review_part.scores is 'By the key of a manual line: { scoreHundredths, reason }';
create index review_part_reviewer on review_part (tenant_id, reviewer_id) where submitted_at is null;

create table review_change (
  tenant_id         uuid not null,
  id                uuid not null,
  review_id         uuid not null,
  kind              text not null check (kind in ('suggest', 'calibrate', 'appeal', 'correct')),
  before_hundredths int,
  after_hundredths  int not null check (after_hundredths between 0 and 15000),
  reason            text not null check (reason <> ''),
  changed_at        timestamptz not null,
  changed_by        uuid,
  changer           text not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, review_id) references review
);
comment on table review_change is 'Each score somebody decided, and why; after freezing only corrections are added, and the last one counts';
create index review_change_review on review_change (tenant_id, review_id, changed_at);

select kernel.tenant_table(t) from unnest(array['review_scheme', 'review_scheme_version', 'review_scheme_place', 'review_round',
  'review', 'review_part']) t;
select kernel.append_only_table('review_change');

create function kernel.keep_frozen_review() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'review' then
    if old.frozen_at is not null then raise exception 'review % is frozen', old.id using errcode = 'check_violation'; end if;
  elsif tg_table_name = 'review_round' then
    if old.state = 'frozen' then raise exception 'review round % is frozen', old.id using errcode = 'check_violation'; end if;
  elsif exists (select from review r where r.tenant_id = coalesce(new.tenant_id, old.tenant_id)
      and r.id = coalesce(new.review_id, old.review_id) and r.frozen_at is not null)
    and (tg_table_name = 'review_part' or to_jsonb(new) ->> 'kind' <> 'correct') then
    raise exception 'a frozen review takes corrections alone' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger keep_frozen before update or delete on review for each row execute function kernel.keep_frozen_review();
create trigger keep_frozen before update or delete on review_round for each row execute function kernel.keep_frozen_review();
create trigger keep_frozen before insert or update or delete on review_part for each row execute function kernel.keep_frozen_review();
create trigger keep_frozen before insert on review_change for each row execute function kernel.keep_frozen_review();

create function kernel.keep_scheme_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.content, new.valid_from, new.number, new.scheme_id) is distinct from (old.content, old.valid_from, old.number, old.scheme_id) then
    raise exception 'a version of a review scheme is never rewritten' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_version before update or delete on review_scheme_version for each row execute function kernel.keep_scheme_version();
