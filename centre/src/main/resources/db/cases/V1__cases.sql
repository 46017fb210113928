-- The engine's tables. A case is its row and its visits; visits without closed_at are the marking.
create sequence cases.number_serial;

create table cases.file (
  number              text primary key,
  procedure           text not null,
  version             int not null,
  channel             text not null check (channel in ('PORTAL', 'COUNTER')),
  person              text not null,
  acts_for            text,
  opened_at           timestamptz not null,
  due_at              timestamptz not null,
  clock_stopped_since timestamptz,
  revision            int not null,
  end_id              text,
  ended_at            timestamptz,
  data                jsonb not null,
  check ((end_id is null) = (ended_at is null))
) with (fillfactor = 80);
create index file_of_person on cases.file (person, opened_at desc);

create table cases.visit (
  case_number  text not null references cases.file,
  step         text not null,
  visit        int not null,
  opened_at    timestamptz not null,
  due_at       timestamptz,
  overdue      boolean not null default false,
  task         bigint,
  pending_at   timestamptz,
  attempts     int not null default 0,
  closed_at    timestamptz,
  outcome      text,
  reason       text,
  message      text,
  note         text,
  closed_by    text,
  request_key  text,
  entry        bigint not null,
  closed_entry bigint,
  primary key (case_number, step, visit),
  check ((closed_at is null) = (outcome is null))
) with (fillfactor = 80);
create unique index visit_of_task on cases.visit (task) where task is not null;
create index visit_due on cases.visit (due_at) where closed_at is null and due_at is not null and not overdue;
create index visit_pending on cases.visit (pending_at) where pending_at is not null;

-- The first answer to a request to open a case, for its repetition.
create table cases.request (
  key         text primary key,
  case_number text not null
);

comment on column cases.file.person is 'personal: person id of who asked';
comment on column cases.file.acts_for is 'personal: person id of whom they act for';
comment on column cases.file.data is 'personal: inputs, evidence and outputs';
comment on column cases.visit.message is 'personal: words of an officer to the applicant';
comment on column cases.visit.note is 'personal: internal note of an officer';

grant usage on schema cases to ${app};
grant usage on sequence cases.number_serial to ${app};
grant select, insert, update on cases.file, cases.visit to ${app};
grant select, insert on cases.request to ${app};

-- Papers that citizens bring; the bytes are in the file store under their hash.
create table cases.attachment (
  id          text primary key,
  case_number text,
  person      text not null,
  evidence    text not null,
  name        text not null,
  media_type  text not null,
  size        bigint not null,
  sha256      text not null,
  at          timestamptz not null
);
create index attachment_of_case on cases.attachment (case_number) where case_number is not null;
comment on column cases.attachment.person is 'personal: person id of who brought it';
comment on column cases.attachment.name is 'personal: a file name can tell a name';
grant select, insert, update on cases.attachment to ${app};
