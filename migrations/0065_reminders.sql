-- When a body reminds by itself: days before the last day in time and days after it. The latest row of a body
-- holds; units without one of their own follow the nearest body above that has set them.
create table reminder_steps (
  id bigint generated always as identity primary key,
  body bigint not null references unit,
  days_before int[] not null constraint reminders_before_a_deadline_are_few
    check (cardinality(days_before) <= 6 and 1 <= all (days_before) and 90 >= all (days_before)),
  days_after int[] not null constraint reminders_after_a_deadline_are_few
    check (cardinality(days_after) <= 6 and 1 <= all (days_after) and 90 >= all (days_after)),
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  constraint a_body_reminds_at_least_once check (cardinality(days_before) + cardinality(days_after) > 0)
);
comment on table reminder_steps is 'append-only: when bodies remind, as set over time';
create index reminder_steps_by_body on reminder_steps (body, id desc);

-- A deadline of any stage put off (gia hạn) by the body that receives what is owed; kind and subject name the
-- obligation as in reminder. Without a unit it holds for all who owe it to that body.
create table deadline_extension (
  id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  unit bigint references unit,
  body bigint not null references unit,
  day date not null,
  day_before date,
  reason text not null constraint an_extension_has_its_reason check (reason is nfc normalized and reason <> ''),
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  constraint an_extension_only_puts_off check (day > day_before)
);
comment on table deadline_extension is 'append-only: deadlines put off, with the reason';
create index deadline_extension_by_subject on deadline_extension (kind, subject, unit);

-- A member of a cluster has ended in mid-year and the unit that follows it keeps the place, by a decision.
create table cluster_place (
  id bigint generated always as identity primary key,
  cluster bigint not null references cluster,
  year int not null constraint a_place_is_of_a_plausible_year check (year between 1945 and 2199),
  from_unit bigint not null references unit,
  to_unit bigint not null references unit,
  on_day date not null,
  paper_symbol text not null,
  paper_day date not null,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  constraint a_place_goes_to_another_unit check (from_unit <> to_unit)
);
comment on table cluster_place is 'append-only: places in rosters kept by the unit that follows';
create index cluster_place_by_cluster on cluster_place (cluster, year);

-- Clusters led from outside the sector: what we sent them and the scores and ranks they gave us. A correction is
-- a new row that names the one it replaces.
create table cluster_record (
  id bigint generated always as identity primary key,
  cluster bigint not null references cluster,
  year int not null constraint a_cluster_record_is_of_a_plausible_year check (year between 1945 and 2199),
  kind text not null constraint a_cluster_record_has_a_known_kind check (kind in ('sent', 'score')),
  unit bigint not null references unit,
  title text not null constraint a_cluster_record_title_is_in_nfc check (title is nfc normalized and title <> ''),
  on_day date not null,
  symbol text,
  points numeric constraint points_are_not_negative check (points >= 0),
  points_of numeric constraint points_have_a_positive_ceiling check (points_of > 0),
  rank int constraint a_rank_begins_at_one check (rank >= 1),
  rank_of int constraint a_rank_is_among_others check (rank_of >= rank),
  note text,
  file_hash text references file (hash),
  file_name text,
  replaces bigint references cluster_record constraint a_cluster_record_is_replaced_once unique,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  constraint a_file_has_its_name check ((file_hash is null) = (file_name is null)),
  constraint only_a_score_has_points check
    (kind = 'score' or num_nonnulls(points, points_of, rank, rank_of) = 0),
  constraint a_score_says_something check (kind = 'sent' or num_nonnulls(points, rank) > 0),
  constraint points_stay_below_their_ceiling check (points is null or points_of is null or points <= points_of)
);
comment on table cluster_record is 'append-only: papers sent to clusters led outside the sector and what they gave';
create index cluster_record_by_cluster on cluster_record (cluster, year, id);

create index reminder_by_recipient on reminder (recipient, on_day);
