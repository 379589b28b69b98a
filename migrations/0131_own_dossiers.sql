-- Whose own dossier a vote considers: it is closed to that person, on the roll or not, before and after the count.
alter table poll_nominee add column person bigint references person;
