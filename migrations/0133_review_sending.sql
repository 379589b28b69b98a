-- A template may ask for reports on the year, outside any movement, by a day of its own.
alter table review_template add column due_on date;

-- A deputy signs for the head (KT.), or somebody empowered does (TUQ.): the office signed for.
alter table review_event
  add column signatory_capacity text constraint a_review_is_signed_for_the_head_in_a_known_way
    check (signatory_capacity in ('KT.', 'TUQ.')),
  add column signatory_office text,
  add constraint whoever_signs_for_the_head_names_the_office
    check ((signatory_capacity is null) = (signatory_office is null)),
  drop constraint a_review_event_has_a_known_kind,
  add constraint a_review_event_has_a_known_kind
    check (kind in ('submitted', 'returned', 'accepted', 'withdrawn')),
  add constraint a_withdrawn_review_has_a_reason check (kind <> 'withdrawn' or remarks is not null);

-- What a unit had written when its report came on paper: the paper is the report, the draft stays with the unit.
create table review_aside (
  id bigint generated always as identity primary key,
  review bigint not null references review,
  heading text not null,
  words text not null,
  at timestamptz not null
);
comment on table review_aside is 'append-only: what a unit had written when its report came on paper';
create index review_aside_by_review on review_aside (review, id);

-- What was sent down is read and never changed: a change is a new version.
create function refuse_change_of_issued_template() returns trigger language plpgsql as $$
begin
  if exists (select from review_template
              where id = case tg_op when 'INSERT' then new.template else old.template end
                and issued_at is not null) then
    raise exception 'an issued template does not change'
      using errcode = 'check_violation', constraint = 'an_issued_review_template_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger sections_of_an_issued_review_template_stay before insert or update or delete
  on review_template_section for each row execute function refuse_change_of_issued_template();

create function refuse_change_of_issued_template_row() returns trigger language plpgsql as $$
begin
  raise exception 'an issued template does not change'
    using errcode = 'check_violation', constraint = 'an_issued_review_template_stays';
end $$;
create trigger an_issued_review_template_stays before update or delete on review_template
  for each row when (old.issued_at is not null) execute function refuse_change_of_issued_template_row();
