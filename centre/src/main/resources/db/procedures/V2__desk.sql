-- The desk of the procedure engineers: drafts with every text that was ever saved, examples, proposals that a second pair of eyes judges, retirements.

create table procedures.draft (
  id             bigint generated always as identity primary key,
  base_procedure text,
  base_version   int,
  revision       int not null check (revision > 0),
  started_by     text not null,
  started_at     timestamptz not null,
  closed         text check (closed in ('published', 'discarded')),
  closed_at      timestamptz,
  check (num_nulls(base_procedure, base_version) in (0, 2)),
  check (num_nulls(closed, closed_at) in (0, 2))
);
comment on column procedures.draft.base_version is 'the published version that it changes; none: a new service';
comment on column procedures.draft.started_by is 'id of the officer';
create index draft_open on procedures.draft (id) where closed is null;

create table procedures.draft_text (
  draft    bigint not null references procedures.draft,
  revision int not null check (revision > 0),
  text     text not null check (char_length(text) <= 300000),
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (draft, revision)
);
comment on column procedures.draft_text.text is 'as saved; nothing that was saved is ever overwritten';
comment on column procedures.draft_text.saved_by is 'id of the officer';

create table procedures.example (
  draft         bigint not null references procedures.draft,
  name          text not null check (name ~ '^[a-z][a-z0-9-]*$' and char_length(name) <= 60),
  text          text not null check (char_length(text) <= 40000),
  accepted_from text,
  saved_by      text not null,
  saved_at      timestamptz not null,
  primary key (draft, name)
);
comment on column procedures.example.text is 'an invented case and how it is expected to go, as YAML';
comment on column procedures.example.accepted_from is 'how it ended before an engineer accepted that it ends otherwise; empty if that never happened';
comment on column procedures.example.saved_by is 'id of the officer';

create table procedures.proposal (
  id          bigint generated always as identity primary key,
  kind        text not null check (kind in ('publish', 'retire')),
  procedure   text not null,
  version     int not null check (version > 0),
  draft       bigint,
  revision    int,
  sha256      bytea not null check (length(sha256) = 32),
  note        text not null check (char_length(note) between 3 and 1000),
  proposed_by text not null,
  proposed_at timestamptz not null,
  entry       bigint not null,
  outcome     text check (outcome in ('approved', 'refused', 'withdrawn')),
  ended_by    text,
  ended_at    timestamptz,
  ended_entry bigint,
  foreign key (draft, revision) references procedures.draft_text,
  check ((kind = 'publish') = (draft is not null) and num_nulls(draft, revision) in (0, 2)),
  check (num_nulls(outcome, ended_by, ended_at, ended_entry) in (0, 4)),
  constraint four_eyes check (outcome is null or (outcome = 'withdrawn') = (ended_by = proposed_by))
);
comment on column procedures.proposal.sha256 is 'of the text that is to be published, or of the version that is to be retired';
comment on column procedures.proposal.note is 'personal: why, in an officer''s words; never shown to the public';
comment on column procedures.proposal.proposed_by is 'id of the officer';
create unique index proposal_open on procedures.proposal (procedure) where outcome is null;
create unique index proposal_of_draft on procedures.proposal (draft) where outcome is null;
create index proposal_of_version on procedures.proposal (procedure, version);

create table procedures.retirement (
  procedure text not null,
  version   int not null,
  at        timestamptz not null,
  entry     bigint not null,
  primary key (procedure, version),
  foreign key (procedure, version) references procedures.version
);
comment on table procedures.retirement is 'versions that are no longer offered; a newer version is offered again';

grant select, insert on procedures.draft_text, procedures.retirement to ${app};
grant select, insert, update (base_version, revision, closed, closed_at) on procedures.draft to ${app};
grant select, insert, update, delete on procedures.example to ${app};
grant select, insert, update (outcome, ended_by, ended_at, ended_entry) on procedures.proposal to ${app};
