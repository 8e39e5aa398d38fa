-- What a request is called in each language, what a refused try named, and the taking back of what was approved.
alter table flow_instance add column title_words jsonb;
comment on column flow_instance.title_words is 'What it is called in each language, where nobody has named it; null = as the title says';
alter table flow_instance add column revoked_at timestamptz;
comment on column flow_instance.revoked_at is 'Since when what was approved no longer holds: a revocation of it was approved';

alter table flow_attempt add column facts jsonb not null default '{}';
comment on column flow_attempt.facts is 'What the sentence names: steps and people by their ids';

alter table flow_link drop constraint flow_link_on_check;
alter table flow_link add constraint flow_link_on_check check ("on" in ('ended', 'gate', 'revoked'));
comment on column flow_link."on" is 'revoked: begins when somebody wants to take back what was approved';
