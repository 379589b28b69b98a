-- A unit's registration of the titles it aims at in one movement. `receiver` is the body whose standing
-- officers take it; `addressees` are all bodies it goes to, the receiver first. `unit_name` is the name it
-- was registered under. The state is folded from registration_event and kept here for lists.
create table registration (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  unit bigint not null references unit,
  receiver bigint not null references unit,
  addressees bigint[] not null,
  year int not null constraint a_registration_is_for_a_plausible_year check (year between 1945 and 2199),
  unit_name text not null,
  state text not null default 'draft' constraint a_registration_has_a_known_state
    check (state in ('draft', 'submitted', 'returned', 'accepted', 'withdrawn')),
  version int not null default 1,
  submitted_at timestamptz,
  late boolean,
  channel text constraint a_registration_comes_by_a_known_way
    check (channel in ('online', 'paper', 'mail', 'messenger')),
  due_on date,
  line_count int not null default 0,
  searched text not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  constraint a_unit_registers_once_in_a_movement unique (movement, unit),
  constraint a_registration_goes_to_its_receiver check (receiver = addressees[1]),
  constraint only_what_arrived_can_be_late check
    ((submitted_at is null) = (late is null) and (submitted_at is null) = (channel is null)),
  constraint only_a_draft_has_never_arrived check ((state = 'draft') = (submitted_at is null))
);
-- The orders of the list; what its reach asks stands in them too, so that pages and counts need no other look.
create index registration_by_arrival on registration (submitted_at desc nulls last, id desc)
  include (unit, receiver, addressees);
create index registration_by_unit_name on registration (unit_name collate "vi-x-icu", id)
  include (submitted_at, unit, receiver, addressees);
create index registration_by_unit on registration (unit, year);
create index registration_by_state on registration (receiver, movement, state);
create index registration_by_words on registration using gin (searched gin_trgm_ops);

create table registration_event (
  id bigint generated always as identity primary key,
  registration bigint not null references registration,
  kind text not null constraint a_registration_event_has_a_known_kind
    check (kind in ('submitted', 'withdrawn', 'returned', 'accepted')),
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
  constraint only_a_submission_arrives check
    ((kind = 'submitted') = (late is not null) and (kind = 'submitted') = (channel is not null)),
  constraint what_is_late_has_a_reason check (late is distinct from true or late_reason is not null),
  constraint what_came_otherwise_has_its_day check
    (channel is null or (channel = 'online') = (received_on is null)),
  constraint only_a_return_sets_a_day check (due_on is null or kind = 'returned')
);
comment on table registration_event is 'append-only: submissions, withdrawals, returns and acceptances';
create index registration_event_by_registration on registration_event (registration, id);

create table registration_line (
  id bigint generated always as identity primary key,
  registration bigint not null references registration,
  movement bigint not null references movement,
  title text not null,
  subject text not null constraint a_line_is_for_a_known_kind_of_subject
    check (subject in ('individual', 'collective', 'household')),
  person bigint references person,
  subject_unit bigint references unit,
  household text constraint a_household_is_written_in_nfc check (household is nfc normalized),
  chain text not null constraint a_line_goes_up_a_known_chain check (chain in ('vertical', 'territorial')),
  commitment text,
  state text not null constraint a_line_has_a_known_state check (state in ('proposed', 'listed', 'declined')),
  answer text,
  proposed_by bigint references person,
  gathered_from bigint references registration_line,
  version int not null default 1,
  changed_at timestamptz not null,
  constraint a_line_names_one_subject check (
    (subject = 'individual') = (person is not null) and (subject = 'collective') = (subject_unit is not null)
    and (subject = 'household') = (household is not null)),
  constraint a_declined_line_has_an_answer check ((state = 'declined') = (answer is not null)),
  constraint a_gathered_line_is_listed check (gathered_from is null or state = 'listed')
);
-- The same subject may aim at several titles, but at each only once; what was declined does not count.
create unique index nobody_is_registered_twice_for_one_title
  on registration_line (registration, title, person) where state <> 'declined';
create unique index no_collective_is_registered_twice_for_one_title
  on registration_line (registration, title, subject_unit) where state <> 'declined';
create unique index no_household_is_registered_twice_for_one_title
  on registration_line (registration, title, fold(household)) where state <> 'declined';
create unique index one_unit_registers_a_person_for_a_title
  on registration_line (movement, title, person) where state = 'listed' and gathered_from is null;
create unique index one_unit_registers_a_collective_for_a_title
  on registration_line (movement, title, subject_unit) where state = 'listed' and gathered_from is null;
create unique index a_line_is_gathered_once on registration_line (registration, gathered_from);
create index registration_line_by_person on registration_line (person);
create index registration_line_by_subject_unit on registration_line (subject_unit);
create index registration_line_by_source on registration_line (gathered_from);

create table registration_target (
  id bigint generated always as identity primary key,
  registration bigint not null references registration,
  words text not null,
  measure text,
  value numeric,
  value_unit text,
  version int not null default 1,
  changed_at timestamptz not null,
  constraint a_value_says_what_it_counts check ((value is null) = (value_unit is null))
);
create index registration_target_by_registration on registration_target (registration, id);

-- A deadline put off (gia hạn) by the standing body, for one unit or, with no unit, for all.
create table registration_extension (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  body bigint not null references unit,
  unit bigint references unit,
  day date not null,
  reason text not null,
  at timestamptz not null,
  actor_name text not null,
  post_title text,
  on_behalf_of text
);
comment on table registration_extension is 'append-only: registration deadlines put off, for whom, until when, why';
create index registration_extension_by_movement on registration_extension (movement, unit);

-- The list as it was signed and sealed: its number, its day, its scan; for both chains or for one.
create table registration_paper (
  id bigint generated always as identity primary key,
  registration bigint not null references registration,
  chain text constraint a_paper_goes_up_a_known_chain check (chain in ('vertical', 'territorial')),
  number text not null,
  day date not null,
  file text not null references file (hash),
  file_name text not null,
  at timestamptz not null,
  actor_name text not null
);
comment on table registration_paper is 'append-only: signed and sealed lists with number, day and scan';
create index registration_paper_by_registration on registration_paper (registration, id);

-- Lines read from a spreadsheet or pasted from one wait here until somebody confirms them.
create table registration_import (
  id bigint generated always as identity primary key,
  registration bigint not null references registration,
  account text not null,
  file_name text,
  rows jsonb not null,
  header int,
  columns jsonb not null,
  choices jsonb not null default '{}',
  uploaded_at timestamptz not null,
  applied_at timestamptz,
  outcome jsonb
);
create index registration_import_by_registration on registration_import (registration, id);
