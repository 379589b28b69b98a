-- The words of a section as they were last sent: what the receiver reads while the unit mends a returned report.
alter table review_section add column sent_words text;
