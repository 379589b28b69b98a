-- A list read from a spreadsheet waits here until somebody confirms it; undone, its rows are withdrawn, never deleted.
-- `body` is the unit for which it was brought: its officers and those above it look after the import. Its cells may
-- tell of discipline, so they are sealed, and gone once nobody needs them.
create table record_import (
  id bigint generated always as identity primary key,
  body bigint not null references unit,
  kind text not null constraint an_imported_fact_has_a_known_kind check (kind in (
    'grade', 'honour', 'initiative', 'discipline', 'absence', 'service')),
  subject text not null constraint a_list_is_of_people_or_units check (subject in ('person', 'unit')),
  file_name text not null,
  hash text not null,
  cells_sealed bytea not null,
  header int not null,
  columns jsonb not null,
  usual_year int,
  choices jsonb not null default '{}',
  state text not null default 'read' constraint an_import_has_a_known_state
    check (state in ('read', 'applying', 'applied', 'undone', 'dropped')),
  done int not null default 0,
  planned jsonb not null default '[]',
  outcome jsonb not null default '{}',
  account text,
  recorded_by bigint references person,
  recorder_name text not null,
  recorder_title text,
  on_behalf_of text,
  uploaded_at timestamptz not null,
  applied_at timestamptz,
  ended_at timestamptz,
  ended_by text
);
create index record_import_by_body on record_import (body, uploaded_at desc);
create index record_import_by_hash on record_import (hash);

-- What every fact of a record carries. Rows are only added: a correction is a new row that `replaces` the old one,
-- a withdrawal is a new row marked `withdrawn`. A fact stands when it is not withdrawn and nothing replaces it.
create table record_template (
  id bigint generated always as identity primary key,
  person bigint,
  unit bigint,
  year int not null constraint a_fact_is_of_a_plausible_year check (year between 1945 and 2199),
  paper_symbol text,
  paper_day date,
  decided_by text,
  remarks text,
  file text,
  file_name text,
  source text not null constraint a_fact_has_a_known_source check (source in ('typed', 'import', 'system')),
  import bigint,
  replaces bigint,
  withdrawn boolean not null,
  reason text,
  recorded_at timestamptz not null,
  recorded_by bigint,
  recorder_name text not null,
  recorder_title text,
  on_behalf_of text,
  constraint a_fact_is_of_one_person_or_one_unit check (num_nonnulls(person, unit) = 1),
  constraint only_an_import_names_its_import check ((source = 'import') = (import is not null)),
  constraint a_change_names_what_it_changes_and_why check ((replaces is null) = (reason is null)),
  constraint only_what_stood_is_withdrawn check (not withdrawn or replaces is not null),
  constraint a_file_has_a_name check ((file is null) = (file_name is null))
);

create table record_grade (
  like record_template including all,
  grade text not null constraint a_grade_is_known check (grade in ('excellent', 'good', 'completed', 'notCompleted'))
);
comment on table record_grade is 'append-only: performance grades of people and units by year';

-- `year` is the year of the achievement, the last one where the award is for a period. The catalogue of codes
-- belongs to the law, so a code is only kept in its shape here.
create table record_honour (
  like record_template including all,
  code text not null constraint an_award_has_a_code check (code ~ '^[A-Z][A-Z0-9_]+$'),
  from_year int,
  posthumous boolean not null,
  revoked_on date,
  revoked_by text,
  constraint a_period_begins_before_it_ends check (from_year <= year)
);
comment on table record_honour is 'append-only: titles and forms of commendation held';

create table record_initiative (
  like record_template including all,
  title text not null constraint an_initiative_has_a_title check (title <> ''),
  work text not null constraint it_is_an_initiative_or_scientific_work check (work in ('initiative', 'scientific')),
  scope text not null constraint an_initiative_has_a_known_scope check (scope in ('grassroots', 'ministry', 'national')),
  recognised boolean,
  used_for text[] not null
);
comment on table record_initiative is 'append-only: initiatives and scientific works with their scope';

create table record_discipline (
  like record_template including all,
  form text not null constraint a_discipline_has_a_known_form
    check (form in ('reprimand', 'warning', 'demotion', 'dismissal')),
  from_day date not null,
  to_day date,
  constraint a_discipline_lasts_for_a_day_at_least check (from_day < to_day)
);
comment on table record_discipline is 'append-only: disciplinary measures; restricted';

create table record_pending (
  like record_template including all,
  matter text not null constraint a_pending_matter_is_known
    check (matter in ('disciplineReview', 'investigation', 'complaint', 'press')),
  since date not null,
  ended_on date,
  cleared boolean,
  constraint a_matter_ends_after_it_began check (since <= ended_on),
  constraint only_what_ended_was_cleared_or_not check ((ended_on is null) = (cleared is null))
);
comment on table record_pending is 'append-only: matters that suspend an award until they end; restricted';

create table record_absence (
  like record_template including all,
  days int not null constraint an_absence_is_within_a_year check (days between 1 and 366),
  counts_as_work boolean not null
);
comment on table record_absence is 'append-only: days of absence in a year and whether they count as work';

create table record_service (
  like record_template including all,
  from_day date not null
);
comment on table record_service is 'append-only: since when somebody has worked, where the posts here do not tell';

create table record_collective (
  like record_template including all,
  total int,
  completed int,
  advanced_workers int,
  grassroots_fighters int,
  warned_or_worse int,
  women int,
  targets_exceeded boolean,
  clean_bodies boolean,
  cluster_voted boolean,
  cluster_rank int constraint a_rank_counts_from_one check (cluster_rank > 0),
  constraint a_part_is_not_larger_than_the_whole check (
    0 <= total and total >= greatest(completed, advanced_workers, grassroots_fighters, warned_or_worse, women)
    and 0 <= least(completed, advanced_workers, grassroots_fighters, warned_or_worse, women))
);
comment on table record_collective is 'append-only: composition and standing of a collective by year';

-- The indexes let one pass per table give the facts of many people in their order.
do $$
declare
  kind text;
begin
  foreach kind in array array['grade', 'honour', 'initiative', 'discipline', 'pending', 'absence', 'service', 'collective']
  loop
    execute format('alter table record_%1$s add foreign key (person) references person, add foreign key (unit) references unit,
      add foreign key (file) references file, add foreign key (import) references record_import,
      add foreign key (recorded_by) references person, add foreign key (replaces) references record_%1$s', kind);
    execute format('create unique index a_%1$s_fact_is_changed_once on record_%1$s (replaces) where replaces is not null', kind);
    execute format('create index record_%1$s_by_person on record_%1$s (person, year) where person is not null', kind);
    execute format('create index record_%1$s_by_unit on record_%1$s (unit, year) where unit is not null', kind);
    execute format('create index record_%1$s_by_import on record_%1$s (import) where import is not null', kind);
  end loop;
end $$;
create index record_honour_by_code on record_honour (code, year);
drop table record_template;
