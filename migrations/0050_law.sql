-- Numbers of the law entered by an officer, beside those the catalogue carries. A row that was entered is
-- never edited. `entered` is the validity it was given; `validity` is what of it still counts: it ends when
-- a later number follows, and is empty once a correction has taken its place. Nothing else may change.
create table law_number (
  id bigint generated always as identity primary key,
  kind text not null constraint a_law_number_has_a_known_kind
    check (kind in ('base-salary', 'coefficient', 'threshold', 'ratio', 'deadline')),
  key text not null constraint a_law_number_says_of_what_it_is check (key <> ''),
  value bigint not null constraint a_law_number_is_more_than_nothing check (value > 0),
  ceiling boolean not null default false,
  entered daterange not null constraint a_law_number_holds_for_a_day_at_least
    check (not isempty(entered) and lower(entered) is not null),
  validity daterange not null,
  instrument text not null constraint a_law_number_names_its_instrument check (instrument <> ''),
  basis text not null constraint a_law_number_names_its_article check (basis <> ''),
  verified boolean not null,
  note text,
  -- What it confirms or corrects, in words: the number that counted before, with its basis.
  corrects text,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  constraint a_law_number_never_grows check (validity <@ entered),
  constraint two_numbers_do_not_hold_at_once exclude using gist (kind with =, key with =, validity with &&)
);
create index law_number_by_key on law_number (kind, key);

create function keep_law_number() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'DELETE' or not new.validity <@ old.validity
     or to_jsonb(new) - 'validity' is distinct from to_jsonb(old) - 'validity' then
    raise exception 'a number of the law is never edited'
      using errcode = 'integrity_constraint_violation', constraint = 'a_law_number_is_never_edited';
  end if;
  return new;
end $$;
create trigger a_law_number_is_never_edited before update or delete on law_number
  for each row execute function keep_law_number();

-- The library: legal documents, guidance and bodies' own rules. A document is added and corrected as new
-- versions; the newest one is shown, and `version` names it for lists.
create table library_document (
  id bigint generated always as identity primary key,
  -- The body on whose behalf it is kept; for a rule of a body, that body.
  body bigint not null references unit,
  version int not null default 1
);

create table library_version (
  id bigint generated always as identity primary key,
  document bigint not null references library_document,
  version int not null,
  symbol text not null constraint a_document_of_the_library_has_a_symbol check (symbol <> ''),
  title text not null constraint a_document_of_the_library_has_a_title check (title <> '' and title is nfc normalized),
  kind text not null constraint a_document_of_the_library_has_a_known_kind
    check (kind in ('law', 'decree', 'decision', 'circular', 'directive', 'guidance', 'body-rule', 'other')),
  issuer_unit bigint references unit,
  issuer_name text,
  issued date not null,
  in_force_from date,
  in_force_to date,
  amends text[] not null,
  replaces text[] not null,
  rests_on text[] not null,
  note text,
  -- The files' text, for searching; the files themselves stand in library_file.
  body_text text not null,
  searched text not null generated always as
    (fold(symbol || ' ' || title || ' ' || coalesce(issuer_name, '') || ' ' || body_text)) stored,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  constraint a_version_of_a_document_is_written_once unique (document, version),
  constraint a_document_has_one_issuer check ((issuer_unit is null) <> (issuer_name is null)),
  constraint a_document_is_in_force_for_a_day_at_least check (in_force_to > in_force_from),
  constraint a_document_is_issued_before_it_holds check (in_force_from >= issued)
);
comment on table library_version is 'append-only: what is known of a document of the library, each correction a new version';
create index library_version_by_words on library_version using gin (searched gin_trgm_ops);

create table library_file (
  id bigint generated always as identity primary key,
  version bigint not null references library_version,
  position int not null,
  file text not null references file (hash),
  name text not null,
  -- Lines of the file; null where it could not be read as text.
  lines text,
  unread text,
  constraint a_file_stands_once_in_a_version unique (version, position)
);
comment on table library_file is 'append-only: files of each version of a document, with their text';
create index library_file_by_hash on library_file (file);

-- A change under a rule of a body, seen and dealt with.
create table library_acknowledgement (
  id bigint generated always as identity primary key,
  document bigint not null references library_document,
  change text not null,
  remarks text,
  at timestamptz not null,
  person bigint references person,
  actor_name text not null,
  post_title text,
  constraint a_change_is_acknowledged_once unique (document, change)
);
comment on table library_acknowledgement is 'append-only: which changes of the law under a rule of a body were dealt with';
