-- A case about another one: an appeal against its refusal. Once for each case.
alter table cases.file add column about text references cases.file;
create unique index file_about on cases.file (about) where about is not null;
-- When a refused case was taken up again, because its appeal was upheld: its term runs from there.
alter table cases.file add column reopened_at timestamptz;
