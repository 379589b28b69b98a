-- A unit that follows one ended in mid-year goes on with its sheet, once it stands in the roster in its place.
alter table score_event drop constraint a_score_event_has_a_known_kind;
alter table score_event add constraint a_score_event_has_a_known_kind
  check (kind in ('submitted', 'returned', 'verified', 'reopened', 'taken-over'));
