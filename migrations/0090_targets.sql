-- A target (chỉ tiêu) of a body for one working year. What is to be reached stands in its shares: the whole
-- belongs to the owner, and whoever has a share may divide it on. `movement_position` says which target of
-- that movement's plan it was taken over from, `taken_words` what stood there.
create table target (
  id bigint generated always as identity primary key,
  owner bigint not null references unit,
  year int not null constraint a_target_is_for_a_plausible_year check (year between 1945 and 2199),
  movement bigint references movement,
  movement_position int,
  taken_words text,
  name text not null constraint a_target_name_is_written_in_nfc check (name is nfc normalized and name <> ''),
  measure text not null constraint a_target_has_a_known_measure
    check (measure in ('count', 'money', 'percent', 'days')),
  counted text not null,
  counting text not null constraint a_target_is_counted_in_a_known_way check (counting in ('sum', 'running')),
  direction text not null constraint a_target_has_a_known_direction check (direction in ('up', 'down', 'keep')),
  from_day date not null,
  to_day date not null,
  rhythm text not null constraint a_target_is_reported_in_a_known_rhythm
    check (rhythm in ('month', 'quarter', 'half-year')),
  report_days int not null constraint a_target_is_reported_within_days check (report_days between 0 and 60),
  source text not null,
  beyond boolean not null,
  paper_symbol text,
  paper_day date,
  paper_link text constraint a_target_paper_has_a_plain_link check (paper_link ~ '^https?://'),
  state text not null default 'standing' constraint a_target_has_a_known_state
    check (state in ('standing', 'withdrawn')),
  version int not null default 1,
  searched text not null generated always as (fold(name)) stored,
  set_at timestamptz not null,
  constraint a_target_lasts_for_a_day_at_least check (from_day < to_day),
  constraint what_is_taken_over_names_its_movement check (movement is not null or movement_position is null),
  constraint a_target_of_a_plan_is_taken_over_once unique (movement, movement_position, owner)
);
create index target_by_year on target (year, owner);
create index target_by_words on target using gin (searched gin_trgm_ops);

-- What one unit is to reach; `parent` is the share it was divided from, none for the whole.
create table target_share (
  id bigint generated always as identity primary key,
  target bigint not null references target,
  parent bigint references target_share,
  unit bigint not null references unit,
  base numeric constraint a_base_is_not_zero check (base > 0),
  goal numeric constraint a_goal_is_not_negative check (goal >= 0),
  constraint a_unit_has_one_share_of_a_target unique (target, unit)
);
create unique index a_target_has_one_whole on target_share (target) where parent is null;
create index target_share_by_parent on target_share (parent);
create index target_share_by_unit on target_share (unit);

create table target_event (
  id bigint generated always as identity primary key,
  target bigint not null references target,
  share bigint,
  kind text not null constraint a_target_event_has_a_known_kind
    check (kind in ('set', 'changed', 'divided', 'withdrawn')),
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  remarks text
);
comment on table target_event is 'append-only: targets set, changed, divided and withdrawn, by whom and why';
create index target_event_by_target on target_event (target, id);

-- What a unit reached in a period; for a share of a whole (percent, average days) both numbers, so that sums stay
-- sums. A correction names what it stands instead of; nothing is ever written over.
create table target_value (
  id bigint generated always as identity primary key,
  target bigint not null references target,
  share bigint not null references target_share,
  unit bigint not null references unit,
  from_day date not null,
  to_day date not null,
  numerator numeric not null constraint a_value_is_not_negative check (numerator >= 0),
  denominator numeric constraint a_denominator_is_above_zero check (denominator > 0),
  kind text not null constraint a_value_comes_by_a_known_way check (kind in ('typed', 'sheet', 'computed')),
  note text,
  replaces bigint references target_value constraint a_value_is_corrected_once unique,
  at timestamptz not null,
  day date not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  constraint a_period_lasts_for_a_day_at_least check (from_day <= to_day)
);
comment on table target_value is 'append-only: what units reached by period; a correction stands beside the old';
create unique index a_period_is_entered_first_once on target_value (share, from_day) where replaces is null;
create index target_value_by_share on target_value (share, from_day, id);
create index target_value_by_target on target_value (target);
create index target_value_by_arrival on target_value (at);

create table target_evidence (
  id bigint generated always as identity primary key,
  value bigint not null references target_value,
  file text not null references file (hash),
  file_name text not null
);
comment on table target_evidence is 'append-only: files that prove a value';
create index target_evidence_by_value on target_evidence (value);

-- Values read from a spreadsheet wait here until somebody confirms them.
create table target_import (
  id bigint generated always as identity primary key,
  account text not null,
  file_name text not null,
  rows jsonb not null,
  uploaded_at timestamptz not null,
  applied_at timestamptz,
  outcome jsonb
);
