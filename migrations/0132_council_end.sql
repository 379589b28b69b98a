-- The decision by which a council ended.
alter table council add column end_symbol text;
