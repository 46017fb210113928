-- Letters in the files of cases, of the applicant and of the office in turn. Never changed.
create table correspondence.letter (
  id             bigint generated always as identity primary key,
  request_key    text not null unique,
  case_number    text not null,
  from_applicant boolean not null,
  unit           text,
  text           text not null check (length(text) between 1 and 2000),
  actor          text not null,
  at             timestamptz not null,
  entry          bigint not null,
  check (from_applicant = (unit is null))
);
create index letter_of_case on correspondence.letter (case_number, id);
comment on column correspondence.letter.text is 'personal: what the applicant or the officer wrote';
comment on column correspondence.letter.actor is 'personal: who wrote it, as Actor.text()';
comment on column correspondence.letter.entry is 'journal entry, which holds the hash of the text';
grant usage on schema correspondence to ${app};
grant select, insert on correspondence.letter to ${app};
