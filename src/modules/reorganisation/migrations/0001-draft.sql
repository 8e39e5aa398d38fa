-- Drafts of a re-organisation: what is planned, who said yes, and what was written, so that it can be taken back.
create table draft (
  tenant_id       uuid not null references tenant,
  id              uuid not null,
  name            text not null check (name <> ''),
  note            text not null default '',
  unit_id         uuid,
  day             date not null,
  state           text not null default 'planning'
    check (state in ('planning', 'submitted', 'approved', 'applied', 'undone', 'discarded')),
  version         int not null default 1,
  held_back       jsonb,
  created_by      uuid,
  created_by_name text not null,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit
);
comment on column draft.unit_id is 'The part of the firm it is about, for scopes; null = the whole firm';
comment on column draft.day is 'The day it takes effect; single changes may have a later one of their own';
comment on column draft.held_back is 'Sentences that say why it could not be applied when its day came; null = nothing was in the way';
create index draft_due on draft (tenant_id, day) where state = 'approved';

create table draft_change (
  tenant_id  uuid not null,
  id         uuid not null,
  draft_id   uuid not null,
  sort_order int not null,
  change     jsonb not null,
  written_by uuid,
  written_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, draft_id) references draft on delete cascade,
  constraint draft_change_order unique (tenant_id, draft_id, sort_order) deferrable initially immediate
);
comment on column draft_change.change is 'One change as core/reorganisation reads it';
comment on column draft_change.written_by is 'The account that wrote it last: with four eyes, it can''t approve the draft';

create table draft_approval (
  tenant_id  uuid not null,
  id         uuid not null,
  draft_id   uuid not null,
  step       text not null check (step in ('submitted', 'returned', 'approved', 'applied', 'held-back', 'undone', 'discarded')),
  note       text not null default '',
  account_id uuid,
  by_name    text not null,
  at         timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, draft_id) references draft on delete cascade
);
comment on table draft_approval is 'The course of a draft: who handed it in, approved it, sent it back, and when it took effect';
create index draft_approval_of on draft_approval (tenant_id, draft_id);

create table draft_effect (
  tenant_id  uuid not null,
  id         uuid not null,
  draft_id   uuid not null,
  sort_order int not null,
  kind       text not null check (kind in ('units', 'positions', 'seats', 'holdings')),
  before     jsonb,
  after      jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, draft_id) references draft on delete cascade,
  check (before is not null or after is not null)
);
comment on table draft_effect is 'What applying a draft wrote, row by row: before null = new, after null = gone. Undoing writes it backwards';
create index draft_effect_of on draft_effect (tenant_id, draft_id, sort_order);

select kernel.tenant_table(t) from unnest(array['draft', 'draft_change', 'draft_approval', 'draft_effect']) t;
