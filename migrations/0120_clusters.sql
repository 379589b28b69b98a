-- Tables of criteria (bảng tiêu chí) of a year for one kind of subject, in versions. A draft is one tree kept
-- whole in `body`; once published a version is never changed, a new version follows it.
create table criteria_table (
  id bigint generated always as identity primary key,
  owner bigint not null references unit,
  year int not null constraint a_criteria_table_is_for_a_plausible_year check (year between 1945 and 2199),
  kind text not null constraint a_criteria_table_is_for_a_known_kind
    check (kind in ('ministry-unit', 'provincial-department', 'enforcement', 'sub-unit')),
  version int not null constraint versions_of_a_table_count_from_one check (version >= 1),
  name text not null,
  basis text,
  note text,
  state text not null default 'draft' constraint a_criteria_table_has_a_known_state
    check (state in ('draft', 'published')),
  body jsonb not null,
  total bigint not null,
  copied_from bigint references criteria_table,
  changes int not null default 1,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  published_by text,
  constraint a_table_has_each_version_once unique (owner, year, kind, version),
  constraint what_is_published_has_its_instant check ((state = 'published') = (published_at is not null))
);
create unique index a_table_has_one_draft_at_a_time on criteria_table (owner, year, kind) where state = 'draft';

create function refuse_change_of_published_table() returns trigger language plpgsql as $$
begin
  if old.state = 'published' then
    raise exception 'published' using errcode = 'check_violation',
      constraint = 'a_published_table_is_never_changed';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger published_table_stays before update or delete on criteria_table
  for each row execute function refuse_change_of_published_table();

-- A cluster's year of scoring: which table, by when what is due, and how the cluster votes by its working rules.
create table cluster_year (
  id bigint generated always as identity primary key,
  cluster bigint not null references cluster (unit),
  year int not null constraint a_cluster_year_is_a_plausible_year check (year between 1945 and 2199),
  founder bigint not null references unit,
  criteria_table bigint not null references criteria_table,
  self_from date not null,
  self_until date not null,
  opinions_until date not null,
  verify_until date not null,
  publish_on date not null,
  ties_at_cut text constraint ties_at_the_cut_go_a_known_way check (ties_at_cut in ('all-in', 'all-out')),
  vote_method text not null constraint a_cluster_votes_in_a_known_way check (vote_method in ('secret', 'hands')),
  vote_threshold int not null constraint a_threshold_is_a_share check (vote_threshold between 1 and 10000),
  vote_base text not null constraint a_vote_counts_on_a_known_base check (vote_base in ('members', 'present')),
  vote_ties text not null constraint a_tied_vote_goes_a_known_way
    check (vote_ties in ('second-round', 'higher-score', 'head-decides')),
  rules_paper text,
  version int not null default 1,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  published_by text,
  constraint a_cluster_scores_once_a_year unique (cluster, year),
  constraint the_days_of_scoring_follow_each_other check
    (self_from <= self_until and self_until <= opinions_until and opinions_until <= verify_until
     and verify_until <= publish_on)
);

-- A unit's sheet (phiếu chấm điểm) in a cluster's year. The state is folded from score_event.
create table score_sheet (
  id bigint generated always as identity primary key,
  cluster_year bigint not null references cluster_year,
  unit bigint not null references unit,
  unit_name text not null,
  state text not null default 'draft' constraint a_score_sheet_has_a_known_state
    check (state in ('draft', 'submitted', 'returned', 'verified')),
  version int not null default 1,
  self_total bigint not null default 0,
  verified_total bigint,
  submitted_at timestamptz,
  late boolean,
  channel text constraint a_score_sheet_comes_by_a_known_way check (channel in ('online', 'paper')),
  due_on date,
  searched text not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  constraint a_unit_has_one_sheet_a_year unique (cluster_year, unit),
  constraint only_a_sent_sheet_can_be_late check
    ((submitted_at is null) = (late is null) and (submitted_at is null) = (channel is null)),
  constraint only_a_draft_sheet_was_never_sent check ((state = 'draft') = (submitted_at is null)),
  constraint what_is_verified_has_a_total check ((state = 'verified') = (verified_total is not null))
);
create index score_sheet_by_unit on score_sheet (unit);
create index score_sheet_by_words on score_sheet using gin (searched gin_trgm_ops);

create table score_event (
  id bigint generated always as identity primary key,
  sheet bigint not null references score_sheet,
  kind text not null constraint a_score_event_has_a_known_kind
    check (kind in ('submitted', 'returned', 'verified', 'reopened')),
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  remarks text,
  late boolean,
  late_reason text,
  channel text,
  received_on date,
  due_on date,
  -- what was sent or verified, as it stood
  entries jsonb,
  constraint only_a_sending_can_be_late check
    ((kind = 'submitted') = (late is not null) and (kind = 'submitted') = (channel is not null)),
  constraint a_late_sheet_says_why check (late is distinct from true or late_reason is not null),
  constraint a_sheet_on_paper_has_its_day check (channel is null or (channel = 'online') = (received_on is null))
);
comment on table score_event is 'append-only: score sheets sent, returned, verified and taken up again';
create index score_event_by_sheet on score_event (sheet, id);

-- What stands for one criterion, by the unit itself or as verified; numbers in hundredths.
create table score_entry (
  sheet bigint not null references score_sheet,
  criterion int not null,
  side text not null constraint a_score_has_a_known_side check (side in ('self', 'verified')),
  actual bigint constraint nothing_is_scored_below_none check (actual >= 0),
  planned bigint constraint nothing_is_planned_below_none check (planned >= 0),
  points bigint constraint points_are_never_below_none check (points >= 0),
  note text,
  reason text,
  source jsonb,
  primary key (sheet, criterion, side)
);

create table score_evidence (
  id bigint generated always as identity primary key,
  sheet bigint not null references score_sheet,
  criterion int not null,
  file text references file (hash),
  file_name text,
  link text,
  words text,
  at timestamptz not null,
  actor_name text not null,
  withdrawn_at timestamptz,
  constraint evidence_is_a_file_or_a_link check ((file is null) <> (link is null)),
  constraint a_file_of_evidence_has_a_name check ((file is null) = (file_name is null))
);
create index score_evidence_by_sheet on score_evidence (sheet, criterion);

create table score_opinion (
  id bigint generated always as identity primary key,
  sheet bigint not null references score_sheet,
  criterion int,
  unit bigint not null references unit,
  unit_name text not null,
  points bigint constraint an_opinion_is_never_below_none check (points >= 0),
  words text not null,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null
);
comment on table score_opinion is 'append-only: opinions of members and ministry units on a sheet';
create index score_opinion_by_sheet on score_opinion (sheet, id);

create table cluster_result (
  cluster_year bigint not null references cluster_year,
  unit bigint not null references unit,
  unit_name text not null,
  total bigint not null,
  rank int not null,
  tied boolean not null,
  grade text,
  held_back_from text,
  primary key (cluster_year, unit)
);
comment on table cluster_result is 'append-only: totals, grades and ranks as published';

-- Who votes for a member unit: its head, or somebody authorised in writing.
create table cluster_voter (
  id bigint generated always as identity primary key,
  cluster_year bigint not null references cluster_year,
  unit bigint not null references unit,
  person bigint not null references person,
  authority text not null constraint a_voter_has_a_known_authority check (authority in ('head', 'authorised')),
  paper_symbol text,
  paper_day date,
  file text references file (hash),
  file_name text,
  at timestamptz not null,
  actor_name text not null,
  ended_at timestamptz,
  constraint who_is_authorised_shows_the_paper check
    (authority = 'head' or (paper_symbol is not null and paper_day is not null))
);
create unique index a_member_unit_has_one_voter on cluster_voter (cluster_year, unit) where ended_at is null;

-- A vote of the cluster, held as a poll of ballots/; what is on the roll and how it was counted stands there.
create table cluster_vote (
  id bigint generated always as identity primary key,
  cluster_year bigint not null references cluster_year,
  purpose text not null constraint a_cluster_votes_for_a_known_purpose
    check (purpose in ('leading', 'ministry-flag', 'government-flag')),
  round int not null default 1 constraint rounds_count_from_one check (round >= 1),
  poll bigint not null constraint a_poll_belongs_to_one_vote unique,
  state text not null default 'open' constraint a_cluster_vote_has_a_known_state
    check (state in ('open', 'counted', 'abandoned')),
  met_on date not null,
  place text not null,
  chair bigint not null references person,
  chair_title text not null,
  secretary bigint not null references person,
  present int not null,
  opinions text,
  opened_at timestamptz not null,
  opened_by text not null,
  ended_at timestamptz,
  constraint a_vote_on_a_purpose_has_each_round_once unique (cluster_year, purpose, round),
  constraint what_is_ended_has_its_instant check ((state = 'open') = (ended_at is null))
);

-- The unit a cluster puts forward (suy tôn): what nominations read.
create table cluster_nomination (
  id bigint generated always as identity primary key,
  cluster_year bigint not null references cluster_year,
  vote bigint not null references cluster_vote,
  purpose text not null,
  unit bigint not null references unit,
  unit_name text not null,
  votes int not null,
  base int not null,
  needed int not null,
  at timestamptz not null,
  constraint a_unit_is_put_forward_once_for_a_purpose unique (cluster_year, purpose, unit)
);
comment on table cluster_nomination is 'append-only: units put forward by their cluster, with the count';
