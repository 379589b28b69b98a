-- Movements of emulation (phong trào thi đua): what a launch says, its life, and whom it reaches.
create table movement (
  id bigint generated always as identity primary key,
  kind text not null constraint a_movement_has_a_known_kind check (kind in ('regular', 'campaign', 'thematic')),
  level text not null constraint a_movement_has_a_known_level
    check (level in ('national', 'ministry', 'province', 'cluster', 'unit')),
  launcher bigint not null references unit,
  drafted_in bigint references unit,
  name text not null constraint a_movement_name_is_written_in_nfc check (name is nfc normalized and name <> ''),
  from_year int not null constraint a_movement_begins_in_a_plausible_year check (from_year between 1945 and 2199),
  to_year int not null,
  theme text,
  motto text,
  goal text,
  requirements text,
  scope_words text,
  subjects text,
  criteria text,
  expected_commendation text,
  funding text,
  solutions text,
  -- Whom the launch reaches: groups of units as seen from the launcher, and units named or left out.
  scope_groups text[] not null default '{}',
  scope_named bigint[] not null default '{}',
  scope_excluded bigint[] not null default '{}',
  on_portal boolean not null default false,
  origin text not null constraint a_movement_has_a_known_origin check (origin in ('written', 'copied', 'imported')),
  copied_from bigint references movement,
  state text not null default 'draft' constraint a_movement_has_a_known_state check (state in (
    'draft', 'open', 'adopted', 'printed', 'signed', 'numbered', 'issued', 'running', 'closed')),
  -- Grows with every change of content, so that two windows cannot overwrite each other.
  version int not null default 1,
  made_at timestamptz not null,
  issued_at timestamptz,
  searched text not null generated always as (fold(name || ' ' || coalesce(theme, ''))) stored,
  constraint a_movement_ends_after_it_begins check (to_year >= from_year and to_year < from_year + 30)
);
create index movement_by_words on movement using gin (searched gin_trgm_ops);
create index movement_by_launcher on movement (launcher, from_year);
create index movement_by_year on movement (from_year, to_year);

-- One movement is known under several spellings; every spelling leads to its id.
create table movement_spelling (
  movement bigint not null references movement,
  spelling text not null constraint a_spelling_is_written_in_nfc check (spelling is nfc normalized and spelling <> ''),
  searched text not null generated always as (fold(spelling)) stored,
  constraint a_spelling_stands_once primary key (movement, spelling)
);
create index movement_spelling_by_words on movement_spelling using gin (searched gin_trgm_ops);

-- parent: a launch this one answers, possibly several (the Ministry's and the province's); related: beside it;
-- continues: the year before.
create table movement_link (
  movement bigint not null references movement,
  other bigint not null references movement,
  kind text not null constraint a_link_has_a_known_kind check (kind in ('parent', 'related', 'continues')),
  primary key (movement, other, kind),
  constraint a_movement_is_not_linked_to_itself check (movement <> other)
);
create index movement_link_by_other on movement_link (other);

create table movement_occasion (
  movement bigint not null references movement,
  position int not null,
  words text not null,
  line int,
  primary key (movement, position)
);

create table movement_ground (
  movement bigint not null references movement,
  position int not null,
  words text not null,
  line int,
  primary key (movement, position)
);

create table movement_recipient (
  movement bigint not null references movement,
  position int not null,
  name text not null,
  purpose text,
  unit bigint references unit,
  primary key (movement, position)
);

-- The tree of contents in the order of the paper; its depth is the level.
create table movement_content (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  position int not null,
  label text not null,
  level int not null constraint a_content_has_a_level check (level between 1 and 9),
  heading text not null,
  responsible text not null default '',
  units bigint[] not null default '{}',
  line int,
  constraint a_content_has_its_place unique (movement, position) deferrable initially deferred
);

create table movement_target (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  position int not null,
  words text not null,
  measure text,
  value numeric,
  unit text,
  base text,
  line int,
  constraint a_target_has_its_place unique (movement, position) deferrable initially deferred
);

create table movement_phase (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  position int not null,
  name text not null,
  from_day date,
  to_day date,
  from_wording text,
  to_wording text,
  line int,
  constraint a_phase_has_its_place unique (movement, position) deferrable initially deferred
);

-- A deadline keeps the wording that set it; day and inclusive are what holds now.
create table movement_deadline (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  position int not null,
  what text not null,
  purpose text not null constraint a_deadline_has_a_known_purpose check (purpose in (
    'plan', 'registration', 'plan-and-registration', 'interim-review', 'final-review', 'proposal', 'other')),
  wording text not null,
  kind text not null constraint a_deadline_has_a_known_kind check (kind in ('dated', 'impossible', 'event-bound')),
  day date,
  inclusive boolean not null,
  audience_words text not null,
  groups text[] not null default '{}',
  named bigint[] not null default '{}',
  line int,
  withdrawn boolean not null default false,
  constraint a_deadline_has_its_place unique (movement, position) deferrable initially deferred,
  constraint a_dated_deadline_has_its_day check (kind <> 'dated' or day is not null)
);
create index movement_deadline_by_day on movement_deadline (day);

-- How a deadline without a real day, or with another day than the paper's, came to be what it is.
create table movement_settlement (
  id bigint generated always as identity primary key,
  deadline bigint not null references movement_deadline,
  way text not null constraint a_settlement_has_a_known_way
    check (way in ('correction', 'set-here', 'left-open', 'event-day', 'amendment')),
  day date,
  inclusive boolean not null,
  instrument_symbol text,
  instrument_day date,
  reason text,
  day_before date,
  at timestamptz not null,
  person bigint,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  constraint only_what_is_left_open_has_no_day check ((day is null) = (way = 'left-open')),
  constraint a_correction_names_its_paper
    check (way not in ('correction', 'amendment') or (instrument_symbol is not null and instrument_day is not null)),
  constraint a_day_set_here_has_its_reason check (way not in ('set-here', 'left-open') or reason is not null)
);
comment on table movement_settlement is 'append-only: how each deadline got the day that holds';
create index movement_settlement_by_deadline on movement_settlement (deadline, id);

create table movement_duty (
  movement bigint not null references movement,
  position int not null,
  who text not null,
  what text not null,
  line int,
  primary key (movement, position)
);

-- Papers of a movement: the launch decision, the plan, corrections, and what was kept of them as files.
create table movement_document (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  kind text not null,
  number text,
  symbol text,
  issuer bigint references unit,
  issuer_name text,
  year int,
  place text,
  issued_on date,
  title text,
  signatory_capacity text,
  signatory_role text,
  signatory_name text,
  file text references file (hash),
  file_name text,
  given_here boolean not null default false,
  made_at timestamptz not null
);
comment on table movement_document is 'append-only: papers of a movement with number and day';
create index movement_document_by_movement on movement_document (movement);
create index movement_document_by_number on movement_document (issuer, year, number);
create unique index a_number_is_given_once_a_year on movement_document (issuer, year, upper(symbol), number) where given_here;

create table movement_event (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  kind text not null constraint a_movement_event_has_a_known_kind check (kind in (
    'drafted', 'opened', 'adopted', 'returned', 'printed', 'signed', 'numbered', 'issued', 'issued-elsewhere',
    'started', 'closed', 'amended')),
  at timestamptz not null,
  on_day date not null,
  person bigint,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  remarks text,
  data jsonb not null default '{}'
);
comment on table movement_event is 'append-only: the life of a movement; its state is their fold';
create index movement_event_by_movement on movement_event (movement, id);

create table movement_comment (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  section text not null,
  unit bigint references unit,
  person bigint,
  author_name text not null,
  author_post text,
  words text not null constraint a_comment_says_something check (words <> ''),
  at timestamptz not null
);
comment on table movement_comment is 'append-only: what those asked said of a draft';
create index movement_comment_by_movement on movement_comment (movement, id);

create table movement_answer (
  comment bigint constraint a_comment_is_answered_once primary key references movement_comment,
  verdict text not null constraint an_answer_has_a_known_verdict check (verdict in ('taken', 'partly', 'not')),
  why text not null,
  person bigint,
  actor_name text not null,
  at timestamptz not null
);
comment on table movement_answer is 'append-only: how the drafter took each comment';

-- The units in scope: written when comments are asked and again when the launch is issued.
create table movement_unit (
  movement bigint not null references movement,
  unit bigint not null references unit,
  audience text not null,
  -- The year's clusters of the unit among those of the launcher.
  clusters bigint[] not null default '{}',
  since timestamptz not null,
  primary key (movement, unit)
);
create index movement_unit_by_unit on movement_unit (unit);

-- Bodies outside the units in scope that the clerical office serves with the paper.
create table movement_service (
  movement bigint not null references movement,
  position int not null,
  name text not null,
  purpose text,
  served_at timestamptz,
  served_by text,
  primary key (movement, position)
);

-- A launch document on its way to become a movement: kept whatever it is, read if it can be.
create table plan_import (
  id bigint generated always as identity primary key,
  body bigint not null references unit,
  person bigint,
  account text,
  actor_name text not null,
  file text not null references file (hash),
  file_name text not null,
  state text not null constraint an_import_has_a_known_state
    check (state in ('waiting', 'read', 'unreadable', 'adopted', 'dropped')),
  sentence text,
  lines jsonb not null default '[]',
  reading jsonb,
  choices jsonb not null default '{}',
  version int not null default 1,
  uploaded_at timestamptz not null,
  movement bigint references movement
);
create index plan_import_by_body on plan_import (body, state, uploaded_at desc);
