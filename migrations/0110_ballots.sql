-- A vote held by a body (docs/decisions/0013). Who voted stands in poll_receipt, what was voted sealed in
-- poll_ballot, the codes by which a voter finds the paper counted in poll_code; nothing joins the three.
create table poll (
  id bigint generated always as identity primary key,
  mark text not null constraint a_poll_has_a_mark_of_its_own unique,
  stage text not null,
  subject text not null,
  href text not null,
  tell text,
  title text not null,
  body bigint not null references unit,
  body_name text not null,
  superior text,
  place text not null,
  mode text not null constraint a_poll_is_held_in_a_known_mode check (mode in ('secret', 'paper', 'hands')),
  state text not null default 'prepared' constraint a_poll_has_a_known_state
    check (state in ('prepared', 'voting', 'closed', 'counted', 'abandoned')),
  members int not null constraint a_body_that_votes_has_members check (members > 0),
  on_day date not null,
  round int not null constraint rounds_are_numbered_from_one check (round > 0),
  repeats bigint references poll,
  public_key bytea,
  papers text not null default 'none' constraint papers_join_a_poll_in_a_known_way
    check (papers in ('none', 'together', 'instead')),
  opened_at timestamptz,
  closed_at timestamptz,
  counted_at timestamptz,
  constraint the_first_round_repeats_nothing check ((round = 1) = (repeats is null)),
  constraint only_a_secret_poll_has_a_key check (public_key is null or mode = 'secret')
);
create index poll_by_subject on poll (stage, subject, round);

create table poll_question (
  poll bigint not null references poll,
  ordinal int not null,
  kind text not null constraint a_question_is_of_a_known_kind check (kind in ('approve', 'choose', 'rank')),
  title text not null,
  pick int not null,
  seats int not null,
  points int[] not null,
  threshold jsonb,
  primary key (poll, ordinal)
);
comment on table poll_question is 'append-only: the questions of a vote as they were put';

create table poll_nominee (
  poll bigint not null,
  question int not null,
  ordinal int not null,
  name text not null,
  note text not null,
  key text not null,
  withdrawn text,
  primary key (poll, question, ordinal),
  foreign key (poll, question) references poll_question
);

create table poll_voter (
  poll bigint not null references poll,
  ordinal int not null,
  person bigint not null references person,
  name text not null,
  post text not null,
  unit bigint references unit,
  way text not null constraint a_voter_votes_in_a_known_way check (way in ('present', 'letter')),
  excluded jsonb not null,
  ended text,
  constraint nobody_stands_twice_on_a_roll primary key (poll, person),
  constraint a_place_on_the_roll_is_taken_once unique (poll, ordinal)
);
create unique index a_unit_has_one_vote on poll_voter (poll, unit) where unit is not null and ended is null;
create index poll_voter_by_person on poll_voter (person);

create table poll_officer (
  poll bigint not null references poll,
  ordinal int not null,
  person bigint not null references person,
  name text not null,
  post text not null,
  role text not null constraint an_officer_has_a_known_role
    check (role in ('chair', 'secretary', 'teller-head', 'teller')),
  holds_share boolean not null,
  constraint an_officer_has_one_role primary key (poll, person)
);
comment on table poll_officer is 'append-only: chair, secretary and counting team of a vote';
create index poll_officer_by_person on poll_officer (person);

-- A teller's share of the session key, sealed to a key drawn from the teller's own passphrase. The third share
-- is on paper only.
create table poll_share (
  poll bigint not null references poll,
  person bigint not null references person,
  salt bytea not null,
  lock bytea not null,
  sealed bytea,
  primary key (poll, person)
);

-- No time, no order, no key but the voter: a second vote breaks on the key. None of the next three refers to
-- another table, since checking a reference leaves the transaction's number on the row referred to.
create table poll_receipt (
  poll bigint not null,
  person bigint not null,
  way text not null constraint a_receipt_is_of_a_known_way check (way in ('electronic', 'paper')),
  constraint nobody_votes_twice primary key (poll, person)
);
comment on table poll_receipt is 'append-only: who has voted, never how; written anew in random order at closing';

create table poll_ballot (
  poll bigint not null,
  question int not null,
  sealed bytea not null constraint a_sealed_ballot_is_short check (octet_length(sealed) <= 1024),
  constraint a_sealed_ballot_is_cast_once primary key (poll, question, sealed)
);
comment on table poll_ballot is 'append-only: sealed ballots, never whose; written anew in random order at closing';

create table poll_code (
  poll bigint not null,
  question int not null,
  code text not null constraint a_tracking_code_is_well_formed check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  constraint a_tracking_code_is_taken_once primary key (poll, question, code)
);
comment on table poll_code is 'append-only: tracking codes, never whose nor of which ballot; written anew at closing';

-- What the counting team wrote down; the newest row holds.
create table poll_paper (
  id bigint generated always as identity primary key,
  poll bigint not null references poll,
  counts jsonb not null,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null
);
comment on table poll_paper is 'append-only: papers and hands as the counting team entered them';
create index poll_paper_by_poll on poll_paper (poll, id);

create table poll_event (
  id bigint generated always as identity primary key,
  poll bigint not null references poll,
  kind text not null constraint a_poll_event_has_a_known_kind check (kind in (
    'created', 'opened', 'closed', 'counted', 'abandoned', 'moved-to-paper', 'nominee-withdrawn',
    'voter-admitted', 'voter-ended', 'conflict-noted')),
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  remarks text
);
comment on table poll_event is 'append-only: what happened to a vote; nothing of any ballot';
create index poll_event_by_poll on poll_event (poll, id);

-- The count. From here on the session key opens only what stands opened beside it.
create table poll_count (
  poll bigint primary key references poll,
  canonical text not null,
  result jsonb not null,
  opened jsonb not null,
  session_key text
);
comment on table poll_count is 'append-only: the result of a vote, its opened ballots in the order of their own text';

-- Closing: the three tables of a vote are written anew by one transaction, each in a random order of its own,
-- so that neither row numbers of transactions nor places on the page tell who cast what. The envelopes given
-- are those that lay in the box with its outer wrapping taken off; as many a question as before, or it breaks.
create function empty_ballot_box(which bigint, questions int[], envelopes bytea[]) returns void
  language plpgsql security definer set search_path = pg_catalog, public
as $$
declare
  voters bigint[];
  ways text[];
  coded int[];
  codes text[];
begin
  perform 1 from public.poll where id = which and state = 'voting' for update;
  if not found then
    raise exception 'only a vote that is held can be closed';
  end if;
  if exists (
    select 1 from (select question, count(*) as cast_ones from public.poll_ballot where poll = which group by question) box
      full join (select question, count(*) as given from unnest(questions) as one(question) group by question) taken
        using (question)
     where cast_ones is distinct from given) then
    raise exception 'as many ballots come out of the box as went into it';
  end if;
  select coalesce(array_agg(person order by turn), '{}'), coalesce(array_agg(way order by turn), '{}')
    into voters, ways
    from (select person, way, gen_random_uuid() as turn from public.poll_receipt where poll = which) receipt;
  select coalesce(array_agg(question order by turn), '{}'), coalesce(array_agg(code order by turn), '{}')
    into coded, codes
    from (select question, code, gen_random_uuid() as turn from public.poll_code where poll = which) code;
  delete from public.poll_receipt where poll = which;
  delete from public.poll_ballot where poll = which;
  delete from public.poll_code where poll = which;
  insert into public.poll_receipt (poll, person, way)
    select which, person, way from unnest(voters, ways) as receipt(person, way);
  insert into public.poll_code (poll, question, code)
    select which, question, code from unnest(coded, codes) as tracking(question, code);
  insert into public.poll_ballot (poll, question, sealed)
    select which, question, sealed
      from (select question, sealed, gen_random_uuid() as turn from unnest(questions, envelopes) as one(question, sealed)) box
     order by turn;
end $$;
