-- The template of a year for interim and final reviews (mẫu báo cáo sơ kết, tổng kết), made by a body for
-- those who report to it. An issued version is frozen; a change is a new version.
create table review_template (
  id bigint generated always as identity primary key,
  body bigint not null references unit,
  year int not null constraint a_review_template_is_for_a_plausible_year check (year between 1945 and 2199),
  kind text not null constraint a_review_template_is_of_a_known_kind check (kind in ('interim', 'final', 'whole')),
  version int not null constraint a_review_template_counts_its_versions check (version > 0),
  name text not null,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  issued_at timestamptz,
  issued_by text,
  constraint a_review_template_version_stands_once unique (body, year, kind, version),
  constraint an_issued_review_template_says_by_whom check ((issued_at is null) = (issued_by is null))
);
create unique index one_review_template_is_written_at_a_time
  on review_template (body, year, kind) where issued_at is null;

create table review_template_section (
  template bigint not null references review_template,
  position int not null,
  heading text not null,
  guidance text,
  kind text not null constraint a_template_section_is_of_a_known_kind
    check (kind in ('text', 'figures', 'faults', 'lessons', 'proposals')),
  codes text[] not null default '{}',
  primary key (template, position)
);

-- An interim or final review (báo cáo sơ kết, tổng kết) of a unit, a cluster or the sector, in a movement or of
-- the year. `unit_name` is the name it reports under. The state is folded from review_event and kept for lists;
-- `arrived_at` is when the first one sent counts as arrived, which lateness is told from.
create table review (
  id bigint generated always as identity primary key,
  level text not null constraint a_review_is_of_a_known_level check (level in ('unit', 'cluster', 'sector')),
  unit bigint not null references unit,
  movement bigint references movement,
  kind text not null constraint a_review_is_of_a_known_kind check (kind in ('interim', 'final', 'whole')),
  year int not null constraint a_review_is_for_a_plausible_year check (year between 1945 and 2199),
  from_day date not null,
  to_day date not null,
  receiver bigint references unit,
  unit_name text not null,
  template bigint references review_template,
  state text not null default 'draft' constraint a_review_has_a_known_state
    check (state in ('draft', 'submitted', 'returned', 'accepted')),
  version int not null default 1,
  submitted_at timestamptz,
  arrived_at timestamptz,
  late boolean,
  channel text constraint a_review_comes_by_a_known_way check (channel in ('online', 'paper', 'mail', 'messenger')),
  due_on date,
  searched text not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  constraint a_unit_reviews_a_period_once unique nulls not distinct (unit, level, movement, kind, year),
  constraint a_review_period_ends_after_it_begins check (from_day <= to_day),
  constraint only_a_sent_review_can_be_late check
    ((submitted_at is null) = (late is null) and (submitted_at is null) = (channel is null)
     and (submitted_at is null) = (arrived_at is null)),
  constraint only_a_review_draft_has_never_arrived check ((state = 'draft') = (submitted_at is null)),
  constraint only_the_sector_reports_to_nobody check (receiver is not null or level = 'sector')
);
create index review_by_arrival on review (submitted_at desc nulls last, id desc) include (unit, receiver);
create index review_by_unit on review (unit, year);
create index review_by_receiver on review (receiver, movement, kind, year, state);
create index review_by_movement on review (movement, kind, year);
create index review_by_words on review using gin (searched gin_trgm_ops);

-- The sections as the template gave them, with what people wrote.
create table review_section (
  review bigint not null references review,
  position int not null,
  heading text not null,
  guidance text,
  kind text not null constraint a_review_section_is_of_a_known_kind
    check (kind in ('text', 'figures', 'faults', 'lessons', 'proposals')),
  codes text[] not null default '{}',
  words text not null default '' constraint a_review_is_written_in_nfc check (words is nfc normalized),
  primary key (review, position)
);

create table review_event (
  id bigint generated always as identity primary key,
  review bigint not null references review,
  kind text not null constraint a_review_event_has_a_known_kind check (kind in ('submitted', 'returned', 'accepted')),
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
  signatory bigint references person,
  signatory_name text,
  signatory_title text,
  constraint only_a_sent_review_arrives check
    ((kind = 'submitted') = (late is not null) and (kind = 'submitted') = (channel is not null)),
  constraint a_late_review_has_a_reason check (late is distinct from true or late_reason is not null),
  constraint a_review_come_otherwise_has_its_day check
    (channel is null or (channel = 'online') = (received_on is null)),
  constraint a_review_sent_here_is_signed check (channel is distinct from 'online' or signatory_name is not null),
  constraint only_a_returned_review_gets_a_day check (due_on is null or kind = 'returned')
);
comment on table review_event is 'append-only: reviews sent, returned and accepted';
create index review_event_by_review on review_event (review, id);

-- A figure as it was when the review was sent; what a person put instead stands beside it with the reason.
create table review_figure (
  review bigint not null references review,
  event bigint not null references review_event,
  position int not null,
  place int not null,
  code text not null,
  label text not null,
  measure text not null,
  value numeric,
  href text not null,
  own_value numeric,
  own_reason text,
  frozen_at timestamptz not null,
  primary key (event, position, place),
  constraint a_figure_put_by_hand_has_a_reason check ((own_value is null) = (own_reason is null))
);
comment on table review_figure is 'append-only: figures as they stood when a review was sent';

-- A person puts a figure of their own beside the record's, with a reason; no value takes it back.
create table review_override (
  id bigint generated always as identity primary key,
  review bigint not null references review,
  code text not null,
  value numeric,
  reason text not null,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null
);
comment on table review_override is 'append-only: figures put by people beside those of the record';
create index review_override_by_review on review_override (review, id);

-- A paragraph of a unit's report taken into the superior's own; it names where it came from.
create table review_quote (
  id bigint generated always as identity primary key,
  review bigint not null references review,
  position int not null,
  source bigint not null references review,
  source_position int not null,
  words text not null,
  at timestamptz not null,
  actor_name text not null,
  constraint a_paragraph_is_taken_once unique (review, position, source, words)
);
create index review_quote_by_review on review_quote (review, position, id);

-- The report as it was signed: number, day, scan.
create table review_paper (
  id bigint generated always as identity primary key,
  review bigint not null references review,
  number text not null,
  day date not null,
  file text not null references file (hash),
  file_name text not null,
  at timestamptz not null,
  actor_name text not null
);
comment on table review_paper is 'append-only: signed reports with number, day and scan';
create index review_paper_by_review on review_paper (review, id);

-- The bytes of what was sent, printed once.
create table review_issue (
  event bigint primary key references review_event,
  review bigint not null references review,
  pdf text not null references file (hash),
  docx text not null references file (hash),
  at timestamptz not null
);
comment on table review_issue is 'append-only: the printed bytes of each report as it was sent';
