-- Opinions that officers ask of other units in the middle of a review.
create table correspondence.opinion (
  task        bigint primary key,
  request_key text not null unique,
  case_number text not null,
  asked_for   bigint not null,
  asked_stay  text not null,
  unit        text not null,
  question    text not null check (length(question) between 1 and 2000),
  waits       boolean not null,
  asked_at    timestamptz not null,
  entry       bigint not null,
  answer      text check (length(answer) between 1 and 2000),
  ended_at    timestamptz,
  end_entry   bigint,
  check (answer is null or ended_at is not null)
);
create index opinion_of_case on correspondence.opinion (case_number);
create index opinion_open on correspondence.opinion (asked_stay) where ended_at is null;
create index opinion_awaited on correspondence.opinion (asked_for) where ended_at is null and waits;
comment on column correspondence.opinion.asked_for is 'task of whoever asked';
comment on column correspondence.opinion.asked_stay is 'stay of the case at the step of that task, as Visit.key()';
comment on column correspondence.opinion.question is 'personal: words of an officer about a case';
comment on column correspondence.opinion.answer is 'personal: words of an officer about a case';
grant select, insert, update on correspondence.opinion to ${app};
