-- A body's plan of checks (kế hoạch kiểm tra) for a year, and the visits made under it or apart from it.
create table check_plan (
  id bigint generated always as identity primary key,
  body bigint not null references unit,
  body_name text not null,
  year int not null constraint a_check_plan_is_for_a_plausible_year check (year between 1945 and 2199),
  name text not null,
  purpose text,
  paper_symbol text,
  paper_day date,
  made_at timestamptz not null,
  made_by text not null
);
comment on table check_plan is 'append-only: plans of checks';
create index check_plan_by_body on check_plan (body, year desc);

create table check_visit (
  id bigint generated always as identity primary key,
  plan bigint references check_plan,
  body bigint not null references unit,
  body_name text not null,
  unit bigint not null references unit,
  unit_name text not null,
  planned_on date not null,
  contents text not null,
  team text,
  state text not null default 'planned' constraint a_visit_has_a_known_state
    check (state in ('planned', 'held', 'cancelled')),
  held_on date,
  summary text,
  cancelled_why text,
  changed_at timestamptz not null,
  searched text not null generated always as (fold(unit_name || ' ' || contents)) stored,
  constraint a_held_visit_has_its_day_and_result
    check ((state = 'held') = (held_on is not null) and (state = 'held') = (summary is not null)),
  constraint a_cancelled_visit_has_its_reason check ((state = 'cancelled') = (cancelled_why is not null))
);
create index check_visit_by_body on check_visit (body, planned_on desc, id desc);
create index check_visit_by_unit on check_visit (unit, planned_on desc);
create index check_visit_by_plan on check_visit (plan);
create index check_visit_by_words on check_visit using gin (searched gin_trgm_ops);

create table check_visit_file (
  id bigint generated always as identity primary key,
  visit bigint not null references check_visit,
  file text not null references file,
  file_name text not null
);
comment on table check_visit_file is 'append-only: minutes and papers of visits';
create index check_visit_file_by_visit on check_visit_file (visit);

-- What a visit found: a fault, with the correction demanded and its day, or good practice worth following.
create table check_finding (
  id bigint generated always as identity primary key,
  visit bigint not null references check_visit,
  kind text not null constraint a_finding_is_of_a_known_kind check (kind in ('fault', 'good-practice')),
  severity text constraint a_finding_has_a_known_severity check (severity in ('minor', 'serious', 'grave')),
  words text not null,
  demand text,
  due_on date,
  state text not null constraint a_finding_has_a_known_state
    check (state in ('noted', 'open', 'shown', 'accepted')),
  at timestamptz not null,
  actor_name text not null,
  constraint a_fault_has_its_severity check ((kind = 'fault') = (severity is not null)),
  constraint what_is_demanded_has_its_day check ((demand is null) = (due_on is null)),
  constraint only_what_is_demanded_is_open check ((state = 'noted') = (demand is null)),
  constraint good_practice_demands_nothing check (kind = 'fault' or demand is null)
);
create index check_finding_by_visit on check_finding (visit);
create index check_finding_by_day on check_finding (due_on) where state in ('open', 'shown');

create table check_correction (
  id bigint generated always as identity primary key,
  finding bigint not null references check_finding,
  kind text not null constraint a_correction_step_is_of_a_known_kind check (kind in ('shown', 'accepted', 'refused')),
  words text,
  due_on date,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  on_behalf_of text,
  constraint a_refused_correction_has_a_new_day check ((kind = 'refused') = (due_on is not null))
);
comment on table check_correction is 'append-only: corrections shown, accepted and refused';
create index check_correction_by_finding on check_correction (finding, id);

create table check_correction_file (
  id bigint generated always as identity primary key,
  correction bigint not null references check_correction,
  file text not null references file,
  file_name text not null
);
comment on table check_correction_file is 'append-only: what shows a correction';
create index check_correction_file_by_correction on check_correction_file (correction);
