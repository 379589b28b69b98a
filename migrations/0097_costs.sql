-- What an activity of a movement cost. Recording it is never required; a wrong entry is voided with its
-- reason and entered again.
create table movement_cost (
  id bigint generated always as identity primary key,
  movement bigint not null references movement,
  unit bigint not null references unit,
  unit_name text not null,
  activity text not null,
  source text not null constraint a_cost_has_a_known_source check (source in ('fund', 'budget', 'contributions', 'other')),
  planned bigint constraint a_planned_cost_is_not_negative check (planned >= 0),
  spent bigint not null constraint a_cost_is_not_negative check (spent >= 0),
  spent_on date not null,
  note text,
  at timestamptz not null,
  actor_name text not null
);
comment on table movement_cost is 'append-only: costs of activities of movements, in whole đồng';
create index movement_cost_by_unit on movement_cost (unit, spent_on desc);
create index movement_cost_by_movement on movement_cost (movement, unit);

create table movement_cost_void (
  cost bigint primary key references movement_cost,
  why text not null,
  at timestamptz not null,
  actor_name text not null
);
comment on table movement_cost_void is 'append-only: entries of costs that were wrong, and why';
