-- A difficulty, question or proposal that a unit raises to the standing body. `holder` is the body that must
-- answer now; `path` holds every body that has held it, which is who may read it beside the unit. State and
-- holder are folded from question_step and kept here for lists.
create table question (
  id bigint generated always as identity primary key,
  unit bigint not null references unit,
  unit_name text not null,
  movement bigint references movement,
  kind text not null constraint a_question_is_of_a_known_kind check (kind in ('difficulty', 'question', 'proposal')),
  title text not null,
  holder bigint not null references unit,
  path bigint[] not null,
  state text not null default 'open' constraint a_question_has_a_known_state
    check (state in ('open', 'answered', 'closed')),
  due_on date not null,
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  searched text not null generated always as (fold(unit_name || ' ' || title)) stored,
  constraint a_question_is_held_on_its_path check (holder = any(path))
);
create index question_by_unit on question (unit, asked_at desc);
create index question_by_holder on question (holder, due_on) where state = 'open';
create index question_by_path on question using gin (path);
create index question_by_arrival on question (asked_at desc, id desc);
create index question_by_words on question using gin (searched gin_trgm_ops);

create table question_step (
  id bigint generated always as identity primary key,
  question bigint not null references question,
  kind text not null constraint a_question_step_is_of_a_known_kind
    check (kind in ('asked', 'answered', 'escalated', 'reopened', 'closed')),
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  body bigint not null references unit,
  body_name text not null,
  words text,
  holder bigint not null references unit,
  due_on date,
  constraint what_awaits_an_answer_has_a_day check ((kind in ('asked', 'escalated', 'reopened')) = (due_on is not null))
);
comment on table question_step is 'append-only: asked, answered, passed upward, asked again and closed';
create index question_step_by_question on question_step (question, id);

create table question_file (
  id bigint generated always as identity primary key,
  step bigint not null references question_step,
  file text not null references file,
  file_name text not null
);
comment on table question_file is 'append-only: papers that come with a question or its answer';
create index question_file_by_step on question_file (step);

-- An answer published to all units of the body that gave it.
create table guidance (
  id bigint generated always as identity primary key,
  question bigint references question,
  movement bigint references movement,
  body bigint not null references unit,
  body_name text not null,
  asked text not null,
  answer text not null,
  published_at timestamptz not null,
  published_by text not null,
  searched text not null generated always as (fold(asked || ' ' || answer)) stored
);
comment on table guidance is 'append-only: questions and answers published to all units';
create index guidance_by_body on guidance (body, published_at desc);
create index guidance_by_words on guidance using gin (searched gin_trgm_ops);

create table guidance_withdrawal (
  guidance bigint primary key references guidance,
  why text not null,
  at timestamptz not null,
  actor_name text not null
);
comment on table guidance_withdrawal is 'append-only: published answers that no longer hold, and why';
