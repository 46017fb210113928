-- Who does what. No personal data of applicants: a task knows its case by number only.
create table tasks.task (
  id          bigint generated always as identity primary key,
  case_number text not null,
  procedure   text not null,
  step        text not null,
  visit       int not null,
  role        text not null,
  unit        text not null,
  blind       boolean not null,
  applicant   text not null,
  excluded    text[] not null,
  officer     text,
  draws       jsonb not null,
  opened_at   timestamptz not null,
  due_at      timestamptz not null,
  closed_at   timestamptz,
  outcome     text,
  unique (case_number, step, visit),
  check ((closed_at is null) = (outcome is null))
);
create index task_of_officer on tasks.task (officer, due_at) where closed_at is null;
create index task_of_nobody on tasks.task (due_at) where closed_at is null and officer is null;
create index task_done on tasks.task (officer, closed_at) where closed_at is not null;

-- A conflict an officer declared: relatives, business. They never get that person's files.
create table tasks.conflict (
  officer text not null,
  person  text not null,
  primary key (person, officer)
);

-- The day's secret: its hash is in the journal before the first draw, the secret itself the day after.
create table tasks.day_secret (
  day    date primary key,
  secret bytea not null check (length(secret) = 32),
  hash   bytea not null
);
create table tasks.day_reveal (
  day         date primary key,
  revealed_at timestamptz not null
);

comment on column tasks.task.applicant is 'personal: person id of the applicant, for conflicts of interest';
comment on column tasks.conflict.person is 'personal: person id';

grant usage on schema tasks to ${app};
grant select, insert, update on tasks.task to ${app};
grant select, insert, delete on tasks.conflict to ${app};
grant select, insert on tasks.day_secret, tasks.day_reveal to ${app};
