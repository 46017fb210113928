-- A revocation is proposed by one officer and confirmed by another; the public reads its reason from a closed list, in both languages.

create table documents.revocation_proposal (
  id          bigint generated always as identity primary key,
  number      text not null references documents.document,
  reason      text not null check (reason in ('issued-in-error', 'wrong-data', 'deceit', 'replaced', 'court-order')),
  note        text not null check (char_length(note) between 3 and 1000),
  proposed_by text not null,
  proposed_at timestamptz not null,
  entry       bigint not null,
  outcome     text check (outcome in ('confirmed', 'refused', 'withdrawn')),
  ended_by    text,
  ended_at    timestamptz,
  ended_entry bigint,
  check (num_nulls(outcome, ended_by, ended_at, ended_entry) in (0, 4)),
  constraint four_eyes check (outcome is null or (outcome = 'withdrawn') = (ended_by = proposed_by))
);
comment on column documents.revocation_proposal.note is 'personal: why, in an officer''s words; never shown to the public';
comment on column documents.revocation_proposal.proposed_by is 'id of the officer';
create unique index revocation_proposal_open on documents.revocation_proposal (number) where outcome is null;

alter table documents.revocation add column reason_en text;
alter table documents.revocation add column code text;
alter table documents.revocation add column proposal bigint references documents.revocation_proposal;
comment on column documents.revocation.reason is 'shown to whoever verifies the document, in Arabic';
comment on column documents.revocation.reason_en is 'the same in English; absent where the reason is in an officer''s own words';

grant select, insert, update (outcome, ended_by, ended_at, ended_entry) on documents.revocation_proposal to ${app};
