create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists btree_gist with schema public;

-- Accent-blind comparing. unaccent() itself is only stable, so an index needs this immutable wrapper
-- that names its dictionary.
create function fold(text) returns text
  language sql immutable strict parallel safe
  return lower(replace(replace(public.unaccent('public.unaccent'::regdictionary, normalize($1, NFC)), 'đ', 'd'), 'Đ', 'd'));

create table event (
  position bigint generated always as identity primary key,
  id uuid not null constraint an_event_is_written_once unique,
  at timestamptz not null,
  act text not null,
  kind text not null,
  subject text not null,
  account text,
  person_id bigint,
  actor_name text not null,
  post_id bigint,
  post_title text,
  on_behalf_of text,
  data jsonb not null,
  made_in xid8 not null default pg_current_xact_id()
);
comment on table event is 'append-only: the journal, one row per fact, written in the transaction of its act';
create index event_by_subject on event (subject, kind, position);
create index event_by_time on event (at);

create table seal (
  id bigint generated always as identity primary key,
  last_position bigint not null constraint a_position_is_sealed_once unique,
  events int not null,
  hash text not null,
  at timestamptz not null
);
comment on table seal is 'append-only: links of the chain over the journal, keyed by a secret kept outside';

create table answer (
  account text not null,
  key text not null,
  act text not null,
  at timestamptz not null,
  answer jsonb,
  constraint a_form_is_answered_once primary key (account, key)
);
create index answer_by_time on answer (at);

create table file (
  hash text primary key constraint a_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  media_type text not null,
  kept_at timestamptz not null
);
comment on table file is 'append-only: files by their SHA-256';

create table staged_file (
  token text primary key,
  account text not null,
  hash text not null references file (hash),
  name text not null,
  staged_at timestamptz not null
);
create index staged_file_by_time on staged_file (staged_at);

create table notice (
  id bigint generated always as identity primary key,
  person_id bigint not null,
  kind text not null,
  sentence text not null,
  href text not null,
  made_at timestamptz not null,
  read_at timestamptz
);
create index notice_by_person on notice (person_id, read_at, made_at desc);

create table reminder (
  id bigint generated always as identity primary key,
  kind text not null,
  subject text not null,
  recipient text not null,
  on_day date not null,
  step text not null,
  sent_by text not null,
  sent_at timestamptz not null,
  constraint nobody_is_reminded_twice_a_day unique (kind, subject, recipient, on_day)
);
comment on table reminder is 'append-only: who was reminded of what on which day';

create table setting (
  name text primary key,
  value jsonb not null
);

create table draft (
  account text not null,
  form text not null,
  typed jsonb not null,
  saved_at timestamptz not null,
  primary key (account, form)
);

create table progress (
  id uuid primary key,
  account text,
  label text not null,
  done int not null default 0,
  total int,
  state text not null default 'waiting' constraint a_progress_has_a_known_state
    check (state in ('waiting', 'running', 'finished', 'failed', 'cancelled')),
  sentence text,
  href text,
  begun_at timestamptz not null,
  changed_at timestamptz not null
);

-- The queue belongs to its own schema; the app role may only add to it.
create function enqueue_job(job text, payload json, key text, run_at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
begin
  perform graphile_worker.add_job(job, payload => payload, job_key => key, run_at => run_at, max_attempts => 8);
end $$;
