-- A sweep (rà soát) judges everybody of a unit, or of one province below it, against every title and form of a
-- year. It is worked through in the order of people's ids, so that one cut short goes on where it stood.
create table sweep (
  id bigint generated always as identity primary key,
  unit bigint not null references unit,
  province text constraint a_sweep_names_a_two_digit_province check (province ~ '^[0-9]{2}$'),
  year int not null constraint a_sweep_is_of_a_plausible_year check (year between 1945 and 2199),
  received_on date not null,
  as_of date not null,
  progress uuid not null references progress,
  person bigint references person,
  actor_name text not null,
  post_title text,
  people int,
  units int,
  done_through bigint not null default 0,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index sweep_by_unit on sweep (unit, started_at desc);

-- What is worth reading of a sweep: who qualifies, who is registered, of whom too little is known. The columns
-- `open_…` hold the verdict without discipline and pending matters, for those who may not know of them.
create table sweep_finding (
  sweep bigint not null references sweep,
  person bigint references person,
  collective bigint references unit,
  unit bigint not null references unit,
  title text not null,
  line bigint,
  outcome text not null,
  needs text,
  verified boolean not null,
  open_outcome text not null,
  open_needs text,
  open_verified boolean not null,
  constraint a_swept_subject_is_a_person_or_a_collective check (num_nonnulls(person, collective) = 1),
  constraint a_sweep_knows_the_outcomes check (
    outcome in ('eligible', 'ineligible', 'unknown', 'suspended', 'refused')
    and open_outcome in ('eligible', 'ineligible', 'unknown', 'refused'))
);
create unique index a_person_is_swept_once_for_a_title on sweep_finding (sweep, person, title) where person is not null;
create unique index a_collective_is_swept_once_for_a_title
  on sweep_finding (sweep, collective, title) where collective is not null;

-- How far the ceilings (tỷ lệ) of a year are used, by the unit within which they count; no unit for the whole.
create table sweep_quota (
  sweep bigint not null references sweep,
  unit bigint references unit,
  title text not null,
  percent numeric not null,
  base int not null,
  registered int not null,
  basis text not null,
  verified boolean not null,
  constraint a_quota_is_counted_once unique nulls not distinct (sweep, unit, title)
);
