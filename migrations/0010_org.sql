-- Units over time. A unit is the bearer of history: its names, its places in the tree and its people hang
-- on it, each with a validity (half-open, so the day of change belongs to the new state).
create table unit (
  id bigint generated always as identity primary key,
  kind text not null constraint a_unit_has_a_known_kind check (kind in (
    'ministry', 'department', 'agency', 'general-department', 'office', 'inspectorate', 'public-unit',
    'school', 'press', 'provincial-department', 'enforcement-province', 'enforcement-district',
    'enforcement-region-room', 'room', 'team', 'district-justice', 'commune-justice', 'people-committee',
    'party-committee', 'trade-union', 'youth-union', 'home-affairs-department', 'council-body',
    'central-body', 'central-cluster', 'cluster')),
  chain text not null constraint a_unit_belongs_to_a_known_chain
    check (chain in ('vertical', 'territorial', 'none')),
  legal_personality boolean not null,
  small_collective boolean not null,
  has_accounts boolean not null,
  province text constraint a_province_has_a_two_digit_code check (province ~ '^[0-9]{2}$'),
  address text,
  email text,
  validity daterange not null constraint a_unit_exists_for_a_day_at_least check (not isempty(validity))
);

create table unit_name (
  id bigint generated always as identity primary key,
  unit bigint not null references unit,
  name text not null constraint a_unit_name_is_written_in_nfc check (name is nfc normalized and name <> ''),
  short_name text,
  code text not null constraint a_unit_code_is_plain check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,39}$'),
  validity daterange not null constraint a_unit_name_holds_for_a_day_at_least check (not isempty(validity)),
  searched text not null generated always as (fold(name || ' ' || coalesce(short_name, '') || ' ' || code)) stored,
  constraint a_unit_has_one_name_at_a_time exclude using gist (unit with =, validity with &&),
  constraint a_code_names_one_unit_at_a_time exclude using gist (code with =, validity with &&)
);
create index unit_name_by_words on unit_name using gin (searched gin_trgm_ops);

-- parent: by administration; guided_by: by professional guidance (a Sở Tư pháp belongs to its UBND and is
-- guided by the Ministry).
create table unit_place (
  id bigint generated always as identity primary key,
  unit bigint not null references unit,
  parent bigint references unit,
  guided_by bigint references unit,
  validity daterange not null constraint a_place_holds_for_a_day_at_least check (not isempty(validity)),
  constraint a_unit_has_one_place_at_a_time exclude using gist (unit with =, validity with &&),
  constraint a_unit_is_not_above_itself check (parent is distinct from unit and guided_by is distinct from unit)
);
create index unit_place_by_unit on unit_place (unit, coalesce(lower(validity), '-infinity'::date));
create index unit_place_by_parent on unit_place (parent);
create index unit_place_by_guide on unit_place (guided_by);

create table succession (
  id bigint generated always as identity primary key,
  from_unit bigint references unit,
  to_unit bigint references unit,
  kind text not null constraint a_succession_has_a_known_kind
    check (kind in ('rename', 'merge', 'split', 'dissolve', 'transfer')),
  on_day date not null,
  instrument_symbol text,
  instrument_day date,
  remarks text,
  recorded_at timestamptz not null,
  constraint a_succession_leaves_from_a_unit check (from_unit is not null),
  constraint only_a_dissolution_leads_nowhere check ((to_unit is null) = (kind = 'dissolve')),
  constraint a_succession_is_recorded_once unique nulls not distinct (from_unit, to_unit, kind, on_day)
);
comment on table succession is 'append-only: renamed, merged, split, dissolved and transferred units, with the instrument';
create index succession_by_follower on succession (to_unit, on_day);

create index succession_by_unit on succession (from_unit, on_day);

-- Who stands above whom on a day: by administration, by professional guidance, and, for a unit that has
-- ended, the one that followed it, so that its papers stay in reach. An ended unit keeps its last place.
-- Both functions count a unit as above and below itself.
create function units_above(units bigint[], on_day date) returns table (unit bigint, above bigint)
  language sql stable parallel safe rows 200
as $$
  with recursive climb(unit, above) as (
    select start, start from unnest(units) start
    union
    select climb.unit, step.above
      from climb
      cross join lateral (
        select superior.above
          from (select place.parent, place.guided_by from unit_place place
                 where place.unit = climb.above and coalesce(lower(place.validity), '-infinity'::date) <= on_day
                 order by coalesce(lower(place.validity), '-infinity'::date) desc limit 1) latest
          cross join lateral (values (latest.parent), (latest.guided_by)) superior (above)
         where superior.above is not null
        union all
        select succession.to_unit
          from succession join unit ended on ended.id = succession.from_unit
         where succession.from_unit = climb.above and succession.to_unit <> climb.above
           and succession.on_day <= $2 and upper(ended.validity) <= $2
      ) step
  )
  select climb.unit, climb.above from climb
$$;

create function units_below(units bigint[], on_day date) returns setof bigint
  language sql stable parallel safe rows 500
as $$
  with recursive latest as materialized (
    select distinct on (place.unit) place.unit, place.parent, place.guided_by
      from unit_place place
     where coalesce(lower(place.validity), '-infinity'::date) <= on_day
     order by place.unit, coalesce(lower(place.validity), '-infinity'::date) desc
  ), edge(below, above) as materialized (
    select latest.unit, latest.parent from latest where latest.parent is not null
    union
    select latest.unit, latest.guided_by from latest where latest.guided_by is not null
    union
    select succession.from_unit, succession.to_unit
      from succession join unit ended on ended.id = succession.from_unit
     where succession.to_unit <> succession.from_unit
       and succession.on_day <= $2 and upper(ended.validity) <= $2
  ), descent(unit) as (
    select start from unnest(units) start
    union
    select edge.below from descent join edge on edge.above = descent.unit
  )
  select descent.unit from descent
$$;

create table person (
  id bigint generated always as identity primary key,
  name text not null constraint a_person_name_is_written_in_nfc check (name is nfc normalized and name <> ''),
  searched text not null generated always as (fold(name)) stored,
  civil_number_sealed bytea,
  civil_number_index text constraint a_civil_number_belongs_to_one_person unique,
  gender text constraint a_gender_is_male_or_female check (gender in ('male', 'female')),
  birth_year int constraint a_birth_year_is_plausible check (birth_year between 1900 and 2199),
  category text not null constraint a_person_has_a_known_category
    check (category in ('cadre', 'civil-servant', 'public-employee', 'worker', 'contract')),
  email text,
  constraint a_sealed_number_can_be_matched check ((civil_number_sealed is null) = (civil_number_index is null))
);
create index person_by_words on person using gin (searched gin_trgm_ops);

create table post (
  id bigint generated always as identity primary key,
  person bigint not null references person,
  unit bigint not null references unit,
  kind text not null constraint a_post_has_a_known_kind check (kind in (
    'member', 'unit-head', 'unit-deputy', 'unit-officer', 'standing-officer', 'clerk', 'signatory',
    'portal-editor', 'finance-officer', 'inspector', 'administrator', 'cluster-head', 'cluster-deputy',
    'council-chair', 'council-member', 'council-secretary')),
  title text not null,
  works_as text constraint somebody_works_as_leader_or_directly check (works_as in ('leader', 'direct')),
  full_time boolean,
  training text,
  trained_on date,
  delegation text constraint a_delegation_has_a_known_kind
    check (delegation in ('uy-quyen', 'ky-thay', 'phu-trach', 'quyen', 'typing')),
  on_behalf_of bigint references person,
  on_behalf_title text,
  scope text,
  paper_symbol text,
  paper_day date,
  validity daterange not null constraint a_post_lasts_for_a_day_at_least check (not isempty(validity)),
  constraint a_member_works_as_something check ((kind = 'member') = (works_as is not null)),
  constraint only_focal_officers_have_training check
    (kind = 'unit-officer' or (full_time is null and training is null and trained_on is null)),
  constraint a_delegate_names_whose_power_is_used check
    (delegation is null or delegation in ('phu-trach', 'quyen') or on_behalf_of is not null),
  constraint only_a_delegate_acts_for_another check (delegation is not null or on_behalf_of is null),
  constraint nobody_delegates_to_themselves check (on_behalf_of is distinct from person),
  constraint a_post_is_not_held_twice_at_once exclude using gist
    (person with =, unit with =, kind with =, coalesce(on_behalf_of, 0) with =, validity with &&),
  constraint a_body_has_one_head_at_a_time exclude using gist
    (unit with =, kind with =, validity with &&) where (kind in ('unit-head', 'cluster-head') and delegation is null)
);
create index post_by_person on post (person);
create index post_by_unit on post (unit, kind);

create table person_account (
  person bigint not null references person constraint a_person_has_one_account unique,
  account text not null constraint an_account_belongs_to_one_person primary key,
  since timestamptz not null
);

-- A cluster is a unit of kind 'cluster': its head and deputies are posts held in it for a year, and the body
-- that founds it is its parent. Its members are told by year, so a redrawn cluster keeps its past.
create table cluster (
  unit bigint primary key references unit,
  kind text not null constraint a_cluster_has_a_known_kind check (kind in ('CLUSTER', 'BLOC', 'REGION')),
  outside boolean not null
);

create table cluster_member (
  id bigint generated always as identity primary key,
  cluster bigint not null references cluster,
  unit bigint not null references unit,
  year int not null constraint a_roster_is_of_a_plausible_year check (year between 1945 and 2199),
  paper_symbol text,
  paper_day date,
  constraint a_unit_is_once_in_a_roster unique (cluster, year, unit)
);
create index cluster_member_by_unit on cluster_member (unit, year);

-- A list of units or people read from a spreadsheet waits here until somebody confirms it. Its rows are sealed,
-- since they may hold civil numbers, and are emptied once it is applied.
create table roster_import (
  id bigint generated always as identity primary key,
  account text not null,
  kind text not null constraint an_import_is_of_units_or_people check (kind in ('units', 'people')),
  file_name text not null,
  rows_sealed bytea not null,
  header int not null,
  columns jsonb not null,
  defaults jsonb not null,
  uploaded_at timestamptz not null,
  applied_at timestamptz,
  outcome jsonb
);
