-- A unit's own plan in answer to the launches that reach it (kế hoạch của đơn vị). One plan may answer several
-- launches; where it stands with each is a row of its own, since each has its receiver and its deadline.
create table unit_plan (
  id bigint generated always as identity primary key,
  unit bigint not null references unit,
  year int not null constraint a_unit_plan_is_for_a_plausible_year check (year between 1945 and 2199),
  -- The name under which the unit wrote it.
  unit_name text not null,
  name text not null constraint a_unit_plan_name_is_written_in_nfc check (name is nfc normalized and name <> ''),
  goal text,
  requirements text,
  arrangements text,
  -- The unit's own document, when the plan was read from one, and what was read and not yet matched.
  file text references file (hash),
  file_name text,
  reading jsonb,
  version int not null default 1,
  number text,
  symbol text,
  issued_on date,
  place text,
  signer bigint references person,
  signer_name text,
  signer_office text,
  signer_capacity text,
  -- The movement of the unit's own that the plan became for its sub-units.
  launched bigint references movement,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  searched text not null generated always as (fold(name || ' ' || unit_name)) stored,
  constraint an_issued_plan_has_its_number_and_signer check (
    (issued_on is null) = (number is null) and (issued_on is null) = (symbol is null)
    and (issued_on is null) = (signer_name is null)),
  constraint only_an_issued_plan_is_launched check (launched is null or issued_on is not null)
);
create index unit_plan_by_unit on unit_plan (unit, year);
create index unit_plan_by_words on unit_plan using gin (searched gin_trgm_ops);
create unique index a_unit_plan_number_is_given_once_a_year
  on unit_plan (unit, extract(year from issued_on), upper(symbol), number) where number is not null;
create unique index a_movement_comes_from_one_plan on unit_plan (launched);

create table unit_plan_parent (
  plan bigint not null references unit_plan,
  movement bigint not null references movement,
  unit bigint not null references unit,
  -- The body whose standing officers take it.
  receiver bigint not null references unit,
  state text not null default 'draft' constraint a_unit_plan_has_a_known_state
    check (state in ('draft', 'sent', 'returned', 'accepted')),
  sent_at timestamptz,
  -- When it counts as arrived: the day of receipt of what came on paper.
  arrived_at timestamptz,
  late boolean,
  channel text constraint a_unit_plan_comes_by_a_known_way
    check (channel in ('online', 'paper', 'mail', 'messenger')),
  due_on date,
  joined_at timestamptz not null,
  primary key (plan, movement),
  constraint a_unit_answers_a_launch_with_one_plan unique (movement, unit),
  constraint only_a_sent_plan_can_be_late check (
    (sent_at is null) = (late is null) and (sent_at is null) = (channel is null)
    and (sent_at is null) = (arrived_at is null)),
  constraint only_a_draft_plan_was_never_sent check ((state = 'draft') = (sent_at is null))
);
create index unit_plan_parent_by_receiver on unit_plan_parent (receiver, movement, state);

-- What the plan says, in its order.
create table unit_plan_item (
  id bigint generated always as identity primary key,
  plan bigint not null references unit_plan,
  position int not null,
  kind text not null constraint a_plan_item_has_a_known_kind check (kind in ('content', 'target', 'deadline')),
  grouping text,
  words text not null constraint a_plan_item_says_something check (words <> ''),
  responsible text,
  measure text,
  value numeric,
  value_unit text,
  base text,
  direction text constraint a_target_goes_in_a_known_direction check (direction in ('at-least', 'at-most')),
  deadline_kind text constraint a_plan_deadline_has_a_known_kind
    check (deadline_kind in ('dated', 'impossible', 'event-bound')),
  day date,
  inclusive boolean,
  wording text,
  constraint only_a_target_has_a_value check (kind = 'target' or (value is null and direction is null)),
  constraint only_a_deadline_has_a_day check ((kind = 'deadline') = (deadline_kind is not null)
    and (kind = 'deadline') = (inclusive is not null) and (kind = 'deadline' or day is null)),
  constraint a_dated_plan_deadline_has_its_day check (deadline_kind <> 'dated' or day is not null)
);
create index unit_plan_item_by_plan on unit_plan_item (plan, position, id);

-- How each content, target and deadline of a launch is answered. `parent` is what it said when it was
-- answered, so that a later amendment shows as a change.
create table unit_plan_answer (
  plan bigint not null references unit_plan,
  movement bigint not null references movement,
  key text not null,
  verdict text not null constraint a_plan_answer_has_a_known_verdict check (verdict in ('taken', 'adapted', 'left')),
  reason text,
  item bigint references unit_plan_item,
  parent jsonb not null,
  primary key (plan, movement, key),
  constraint what_is_left_has_its_reason check ((verdict = 'left') = (reason is not null)),
  constraint what_is_answered_stands_in_the_plan check ((verdict = 'left') = (item is null))
);
create index unit_plan_answer_by_item on unit_plan_answer (item);

create table unit_plan_event (
  id bigint generated always as identity primary key,
  plan bigint not null references unit_plan,
  -- Null for what concerns the plan itself and not one launch.
  movement bigint references movement,
  kind text not null constraint a_unit_plan_event_has_a_known_kind
    check (kind in ('started', 'joined', 'read', 'sent', 'returned', 'accepted', 'issued', 'launched')),
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
  -- The whole plan as it was sent.
  snapshot jsonb,
  constraint only_what_is_sent_arrives check (
    (kind = 'sent') = (late is not null) and (kind = 'sent') = (channel is not null)
    and (kind = 'sent') = (snapshot is not null)),
  constraint a_late_plan_has_a_reason check (late is distinct from true or late_reason is not null),
  constraint a_paper_plan_has_its_day_of_receipt
    check (channel is null or (channel = 'online') = (received_on is null)),
  constraint a_returned_plan_says_why check (kind <> 'returned' or remarks is not null)
);
comment on table unit_plan_event is 'append-only: the life of a unit plan; its state with each launch is their fold';
create index unit_plan_event_by_plan on unit_plan_event (plan, id);

create table unit_plan_paper (
  id bigint generated always as identity primary key,
  plan bigint not null references unit_plan,
  movement bigint references movement,
  number text not null,
  day date not null,
  file text not null references file (hash),
  file_name text not null,
  at timestamptz not null,
  actor_name text not null
);
comment on table unit_plan_paper is 'append-only: scans of unit plans that came on paper';
create index unit_plan_paper_by_plan on unit_plan_paper (plan);

-- How a unit brought a launch to its people: on each occasion the number reached for the first time.
create table launch_reach (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  unit bigint not null references unit,
  way text not null constraint a_launch_is_brought_in_a_known_way
    check (way in ('conference', 'meeting', 'paper', 'online', 'notice', 'other')),
  on_day date not null,
  reached int not null constraint a_launch_reaches_somebody check (reached > 0),
  staff int not null,
  words text,
  file text references file (hash),
  file_name text,
  withdrawn boolean not null default false,
  at timestamptz not null,
  actor_name text not null,
  constraint no_more_are_reached_than_there_are check (reached <= staff)
);
create index launch_reach_by_movement on launch_reach (movement, unit);
