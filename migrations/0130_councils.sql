-- A council (hội đồng) of a body: it advises the body's head on emulation and commendation, or on initiatives.
create table council (
  id bigint generated always as identity primary key,
  body bigint not null references unit,
  kind text not null constraint a_council_has_a_known_kind check (kind in ('emulation', 'initiative')),
  name text not null constraint a_council_has_a_name_in_nfc check (name <> '' and name is nfc normalized),
  paper_symbol text not null,
  paper_day date not null,
  founded_on date not null,
  ended_on date,
  made_at timestamptz not null,
  constraint a_council_lasts_for_a_day_at_least check (ended_on is null or ended_on > founded_on)
);
create index council_by_body on council (body);
create unique index one_council_of_a_kind_in_a_body_at_a_time on council (body, kind) where ended_on is null;

-- Who sits on it by which decision and from which day. One person may hold two roles: a secretary who is also a
-- member has two rows, and votes as the member.
create table council_member (
  id bigint generated always as identity primary key,
  council bigint not null references council,
  person bigint not null references person,
  role text not null constraint a_council_member_has_a_known_role
    check (role in ('chair', 'standing-vice-chair', 'vice-chair', 'member', 'secretary', 'helper')),
  validity daterange not null constraint a_membership_lasts_for_a_day_at_least check (not isempty(validity)),
  paper_symbol text not null,
  paper_day date not null,
  end_symbol text,
  constraint nobody_holds_a_council_role_twice_at_once
    exclude using gist (council with =, person with =, role with =, validity with &&),
  constraint a_council_has_one_chair_at_a_time
    exclude using gist (council with =, validity with &&) where (role = 'chair'),
  constraint a_council_has_one_standing_vice_chair_at_a_time
    exclude using gist (council with =, validity with &&) where (role = 'standing-vice-chair')
);
create index council_member_by_person on council_member (person);
create index council_member_by_council on council_member (council);

-- The working rules (quy chế), each version from its day on.
create table council_rules (
  id bigint generated always as identity primary key,
  council bigint not null references council,
  from_day date not null,
  quorum_of int not null,
  quorum_share int not null,
  award_quorum_of int not null,
  award_quorum_share int not null,
  threshold_percent int constraint a_council_threshold_is_a_percentage
    check (threshold_percent between 1 and 100),
  secret boolean not null,
  tie text not null constraint a_council_knows_how_to_break_a_tie
    check (tie in ('second-round', 'chair-side', 'not-passed')),
  counts_letters boolean not null,
  closes_own_unit boolean not null,
  closes_kinship boolean not null,
  closes_authorship boolean not null,
  paper_symbol text not null,
  paper_day date not null,
  remarks text,
  at timestamptz not null,
  actor_name text not null,
  constraint a_quorum_is_a_share_of_the_members check (
    quorum_share between 1 and quorum_of and award_quorum_share between 1 and award_quorum_of
    and quorum_of <= 100 and award_quorum_of <= 100),
  constraint one_version_of_the_rules_a_day unique (council, from_day)
);
comment on table council_rules is 'append-only: working rules of councils, each version from its day on';

-- A meeting (phiên họp), or a whole round by written opinion. The state is folded from council_session_event;
-- `change` grows with everything that watchers of the live page see.
create table council_session (
  id bigint generated always as identity primary key,
  council bigint not null references council,
  kind text not null constraint a_council_session_has_a_known_kind check (kind in ('meeting', 'written')),
  title text not null,
  considers_awards boolean not null,
  day date not null,
  starts_at text constraint a_session_starts_at_a_time_of_day check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  place text,
  letters_by date,
  state text not null default 'preparing' constraint a_council_session_has_a_known_state
    check (state in ('preparing', 'called', 'open', 'closed', 'cancelled')),
  presided_by bigint references person,
  open_item bigint,
  change int not null default 1,
  version int not null default 1,
  made_at timestamptz not null,
  constraint a_written_round_has_a_day_for_letters check (kind = 'meeting' or letters_by is not null)
);
create index council_session_by_council on council_session (council, day desc);

create table council_session_event (
  id bigint generated always as identity primary key,
  session bigint not null references council_session,
  kind text not null constraint a_council_session_event_has_a_known_kind check (kind in
    ('called', 'opened', 'quorum-lost', 'quorum-regained', 'item-opened', 'vote-opened', 'vote-closed',
     'item-withdrawn', 'closed', 'cancelled')),
  item bigint,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  remarks text
);
comment on table council_session_event is 'append-only: the life of a council session';
create index council_session_event_by_session on council_session_event (session, id);

-- A line of the agenda with its own nominee; `dossier` is filled when a nomination comes to stand for it.
create table council_item (
  id bigint generated always as identity primary key,
  session bigint not null references council_session,
  position int not null,
  kind text not null constraint an_agenda_item_has_a_known_kind check (kind in ('award', 'initiative', 'other')),
  title text not null constraint an_agenda_item_has_a_title check (title <> ''),
  person bigint references person,
  unit bigint references unit,
  award text,
  scope text constraint an_initiative_has_a_known_scope check (scope in ('grassroots', 'ministry', 'national')),
  summary text,
  notes text,
  dossier bigint,
  state text not null default 'waiting' constraint an_agenda_item_has_a_known_state
    check (state in ('waiting', 'decided', 'withdrawn')),
  version int not null default 1,
  constraint an_item_of_an_award_names_it check ((kind = 'award') = (award is not null)),
  constraint an_item_of_an_initiative_names_its_scope check ((kind = 'initiative') = (scope is not null)),
  constraint what_is_voted_on_has_one_nominee
    check (kind = 'other' or num_nonnulls(person, unit) = 1)
);
create index council_item_by_session on council_item (session, position);
create index council_item_by_person on council_item (person);
create unique index a_dossier_stands_in_a_session_once on council_item (session, dossier);

create table council_item_author (
  item bigint not null references council_item,
  person bigint not null references person,
  primary key (item, person)
);

create table council_document (
  id bigint generated always as identity primary key,
  session bigint not null references council_session,
  item bigint references council_item,
  file text not null references file (hash),
  file_name text not null,
  at timestamptz not null,
  actor_name text not null
);
comment on table council_document is 'append-only: papers of a session or of one of its items';
create index council_document_by_session on council_document (session, id);

create table council_attendance (
  id bigint generated always as identity primary key,
  session bigint not null references council_session,
  person bigint not null references person,
  standing text not null constraint an_attendance_has_a_known_standing
    check (standing in ('present', 'absent', 'by-letter', 'left')),
  reason text,
  at timestamptz not null,
  actor_name text not null
);
comment on table council_attendance is 'append-only: who came, who wrote, who was absent, who left, and when';
create index council_attendance_by_session on council_attendance (session, id);

-- What an absent member writes on an item (phiếu xin ý kiến); how they vote stands in their ballot.
create table council_opinion (
  id bigint generated always as identity primary key,
  session bigint not null references council_session,
  item bigint references council_item,
  person bigint not null references person,
  words text not null constraint an_opinion_says_something check (words <> ''),
  at timestamptz not null,
  actor_name text not null
);
comment on table council_opinion is 'append-only: written opinions of members on a session and its items';
create index council_opinion_by_session on council_opinion (session, person);

create table council_conflict (
  id bigint generated always as identity primary key,
  item bigint not null references council_item,
  person bigint not null references person,
  ground text not null constraint a_conflict_has_a_known_ground
    check (ground in ('own-unit', 'kinship', 'authorship')),
  words text not null,
  after_vote boolean not null,
  at timestamptz not null,
  actor_name text not null,
  constraint a_conflict_is_told_once unique (item, person, ground)
);
comment on table council_conflict is 'append-only: conflicts of interest that members declared or that came to light';
create index council_conflict_by_person on council_conflict (person);

create table council_conflict_ruling (
  id bigint generated always as identity primary key,
  conflict bigint not null references council_conflict
    constraint a_conflict_is_ruled_on_once unique,
  result_stands boolean not null,
  reason text not null,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null
);
comment on table council_conflict_ruling is 'append-only: how the chair ruled on a conflict found after the vote';

-- The votes held in a session (their ballots are the ballots stage's), and which item each question asks about.
create table council_poll (
  poll bigint primary key,
  session bigint not null references council_session,
  round int not null,
  at timestamptz not null
);
comment on table council_poll is 'append-only: votes held in council sessions';
create index council_poll_by_session on council_poll (session, poll);

create table council_poll_item (
  poll bigint not null references council_poll,
  question int not null,
  item bigint not null references council_item,
  primary key (poll, question),
  constraint an_item_is_asked_once_in_a_vote unique (poll, item)
);
comment on table council_poll_item is 'append-only: which agenda item each question of a vote asks about';
create index council_poll_item_by_item on council_poll_item (item);

-- What a vote came to, frozen with the rule it was judged by; of an item voted on anew the last one counts.
create table council_outcome (
  item bigint not null references council_item,
  poll bigint not null references council_poll,
  members int not null,
  yes int not null,
  no int not null,
  needed int not null,
  passed boolean not null,
  words text not null,
  basis text,
  at timestamptz not null,
  primary key (item, poll),
  constraint an_outcome_counts_no_more_than_the_members check (yes >= 0 and no >= 0 and yes + no <= members)
);
comment on table council_outcome is 'append-only: what each vote came to, and under which rule';

create table council_recognition (
  id bigint generated always as identity primary key,
  item bigint not null references council_item
    constraint an_initiative_is_recognised_once unique,
  scope text not null,
  recognised boolean not null,
  paper_symbol text not null,
  paper_day date not null,
  decided_by text not null,
  at timestamptz not null,
  actor_name text not null
);
comment on table council_recognition is 'append-only: initiatives recognised, in which scope, by which decision';

create table council_minutes (
  id bigint generated always as identity primary key,
  session bigint not null references council_session,
  kind text not null constraint minutes_have_a_known_kind check (kind in ('issued', 'signed')),
  pdf text not null references file (hash),
  docx text references file (hash),
  file_name text not null,
  number text,
  day date,
  at timestamptz not null,
  actor_name text not null,
  constraint only_signed_minutes_have_a_number check ((kind = 'signed') = (number is not null and day is not null))
);
comment on table council_minutes is 'append-only: minutes as issued, and their signed copies';
create unique index minutes_are_issued_once on council_minutes (session) where kind = 'issued';
create index council_minutes_by_session on council_minutes (session, id);
