-- A cluster's year of emulation (giao ước thi đua): its conference, its plan, the pledge its members sign, what
-- came of it, and its sending to the standing body. `receiver` is the body that founded the cluster.
-- `state` is folded from pledge_event, `sent_state` likewise; both stand here for lists.
create table pledge (
  id bigint generated always as identity primary key,
  cluster bigint not null references cluster,
  cluster_name text not null,
  receiver bigint references unit,
  year int not null constraint a_pledge_is_for_a_plausible_year check (year between 1945 and 2199),
  movement bigint references movement,
  state text not null default 'drafting' constraint a_pledge_has_a_known_state
    check (state in ('drafting', 'in-comment', 'adopted', 'signing', 'signed')),
  sent_state text constraint a_pledge_is_sent_in_a_known_state
    check (sent_state in ('sent', 'returned', 'accepted')),
  sent_at timestamptz,
  late boolean,
  -- The conference (hội nghị cụm).
  held_on date,
  held_at_time text,
  place text,
  agenda text,
  guests text,
  chair text,
  secretary text,
  leader text,
  proceedings text,
  -- The common part of the pledge, written by the cluster's head; members' commitments stand beside it.
  common text not null default '',
  -- The last day to sign, set when the text is opened for signing.
  sign_by date,
  version int not null default 1,
  searched text not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  constraint a_cluster_pledges_once_a_year unique (cluster, year),
  constraint only_what_was_sent_can_be_late
    check ((sent_state is null) = (sent_at is null) and (sent_at is null) = (late is null))
);
create index pledge_by_year on pledge (year desc, id);
create index pledge_by_receiver on pledge (receiver, year);
create index pledge_by_words on pledge using gin (searched gin_trgm_ops);

create table pledge_event (
  id bigint generated always as identity primary key,
  pledge bigint not null references pledge,
  kind text not null constraint a_pledge_event_has_a_known_kind check (kind in (
    'opened-for-comments', 'adopted', 'opened-for-signing', 'text-changed', 'sealed', 'sent', 'returned', 'accepted')),
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  remarks text,
  -- An adoption by show of hands, and its day.
  in_favour int,
  against int,
  abstained int,
  on_day date,
  -- A sending: late or not, how it came, and what it carried.
  late boolean,
  late_reason text,
  channel text constraint a_pledge_is_sent_by_a_known_way check (channel in ('online', 'paper', 'mail', 'messenger')),
  tally jsonb,
  plan_version int,
  -- A sealing: the PDF as it was issued. A sending on paper: its scan.
  file text references file (hash),
  file_name text,
  constraint only_an_adoption_counts_hands check (
    (kind = 'adopted') = (in_favour is not null) and (kind = 'adopted') = (against is not null)
    and (kind = 'adopted') = (abstained is not null)),
  constraint only_a_sending_is_late check ((kind = 'sent') = (late is not null) and (kind = 'sent') = (channel is not null)),
  constraint what_is_sent_late_has_a_reason check (late is distinct from true or late_reason is not null),
  constraint what_is_sealed_has_its_file check (kind <> 'sealed' or file is not null),
  constraint a_step_with_a_file_names_it check ((file is null) = (file_name is null))
);
comment on table pledge_event is 'append-only: steps of a cluster''s year, its adoption, sealing and sending';
create index pledge_event_by_pledge on pledge_event (pledge, id);

-- Who came to the conference: one line for each member unit.
create table pledge_attendance (
  pledge bigint not null references pledge,
  unit bigint not null references unit,
  presence text not null constraint attendance_has_a_known_kind check (presence in ('present', 'absent', 'represented')),
  name text,
  title text,
  primary key (pledge, unit)
);

-- The cluster's plan, version by version: sections [{title, text}].
create table pledge_plan (
  id bigint generated always as identity primary key,
  pledge bigint not null references pledge,
  number int not null,
  sections jsonb not null,
  source_file text references file (hash),
  source_name text,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  constraint a_plan_version_stands_once unique (pledge, number)
);
comment on table pledge_plan is 'append-only: versions of a cluster''s plan';

create table pledge_comment (
  id bigint generated always as identity primary key,
  pledge bigint not null references pledge,
  unit bigint not null references unit,
  unit_name text not null,
  plan_version int not null,
  section text,
  words text not null,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  verdict text constraint a_comment_has_a_known_verdict check (verdict in ('taken', 'partly', 'declined')),
  answer text,
  answered_at timestamptz,
  answered_by text,
  constraint an_answer_is_whole check (
    (verdict is null) = (answer is null) and (verdict is null) = (answered_at is null)
    and (verdict is null) = (answered_by is null))
);
create index pledge_comment_by_pledge on pledge_comment (pledge, id);

-- What a member promises; tied to a measure, a number, a title when it likes; with what came of it.
create table pledge_commitment (
  id bigint generated always as identity primary key,
  pledge bigint not null references pledge,
  unit bigint not null references unit,
  words text not null,
  title text,
  figure text,
  measure text,
  target numeric,
  result text constraint a_commitment_has_a_known_result check (result in ('done', 'partly', 'not')),
  result_value numeric,
  evidence text,
  result_at timestamptz,
  result_by text,
  version int not null default 1,
  changed_at timestamptz not null,
  constraint a_promised_number_says_what_it_counts check (target is null or measure is not null),
  constraint a_result_is_whole check ((result is null) = (result_at is null) and (result is null) = (result_by is null))
);
create index pledge_commitment_by_pledge on pledge_commitment (pledge, unit, id);

-- The exact text that is signed, with its hash. A signature stands while its text is the latest; a later text makes
-- it fall, and the row stays.
create table pledge_text (
  id bigint generated always as identity primary key,
  pledge bigint not null references pledge,
  number int not null,
  text text not null,
  hash text not null constraint a_text_has_its_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  units bigint[] not null,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  reason text,
  constraint a_text_version_stands_once unique (pledge, number)
);
comment on table pledge_text is 'append-only: the exact texts opened for signing';

create table pledge_signature (
  id bigint generated always as identity primary key,
  pledge bigint not null references pledge,
  text bigint not null references pledge_text,
  unit bigint not null references unit,
  unit_name text not null,
  way text not null constraint a_signature_is_given_in_a_known_way check (way in ('online', 'paper')),
  person bigint references person,
  signer_name text not null,
  post_title text not null,
  on_behalf_of text,
  on_behalf_title text,
  hash text not null,
  at timestamptz not null,
  signed_on date not null,
  entered_by text,
  file text references file (hash),
  file_name text,
  constraint a_unit_signs_a_text_once unique (text, unit),
  constraint a_signature_on_paper_has_its_scan check ((way = 'paper') = (file is not null) and (way = 'paper') = (entered_by is not null)),
  constraint a_signature_here_names_a_person check (way = 'paper' or person is not null)
);
comment on table pledge_signature is 'append-only: who signed which text for which unit';
create index pledge_signature_by_pledge on pledge_signature (pledge, id);
create index pledge_signature_by_unit on pledge_signature (unit);

-- What the leader attending has directed, as tasks.
create table pledge_task (
  id bigint generated always as identity primary key,
  pledge bigint not null references pledge,
  unit bigint not null references unit,
  unit_name text not null,
  directed_by text not null,
  words text not null,
  wording text,
  due_on date,
  state text not null default 'open' constraint a_task_has_a_known_state check (state in ('open', 'reported', 'done')),
  result text,
  reported_at timestamptz,
  reported_by text,
  closed_at timestamptz,
  remarks text,
  version int not null default 1,
  made_at timestamptz not null,
  made_by text not null,
  constraint a_reported_task_has_a_result check ((state = 'open') or (result is not null and reported_at is not null)),
  constraint a_closed_task_says_when check ((state = 'done') = (closed_at is not null))
);
create index pledge_task_by_pledge on pledge_task (pledge, id);
create index pledge_task_by_unit on pledge_task (unit, state);
