-- The register of issued documents. A row is written once; only its seal is added, once. Revocations stand apart: a
-- document's state is derived from them.

create table documents.counter (
  code text not null check (code ~ '^[A-Z]{2,5}$'),
  year int not null,
  last bigint not null,
  primary key (code, year)
);
comment on table documents.counter is 'the last number given, for each kind of document and year; taken in the issuing transaction, so there are no gaps';

create table documents.document (
  number       text primary key,
  call_key     text not null unique,
  title_ar     text not null,
  title_en     text not null,
  procedure    text not null,
  version      int not null,
  template     text not null,
  case_number  text not null,
  person_id    text not null,
  issued_at    timestamptz not null,
  entry        bigint not null,
  data         text not null,
  print        text not null,
  key_fields   text not null,
  pdf_sha256   text unique check (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  sealed_at    timestamptz,
  sealed_entry bigint,
  check ((pdf_sha256 is null) = (sealed_at is null) and (pdf_sha256 is null) = (sealed_entry is null))
);
comment on column documents.document.call_key is 'case, step and visit that asked for it: asking again gives the same document';
comment on column documents.document.person_id is 'personal: identity''s id of whom it was issued to';
comment on column documents.document.data is 'personal: the canonical data, byte for byte as in the file (docs/formats.md section 2)';
comment on column documents.document.print is 'personal: what else the page prints, as JSON';
comment on column documents.document.key_fields is 'personal: labels and values in the code on the page, as JSON';
create index document_of_case on documents.document (case_number);
create index document_of_person on documents.document (person_id, issued_at);

create table documents.revocation (
  number  text primary key references documents.document,
  at      timestamptz not null,
  reason  text not null,
  actor   text not null,
  entry   bigint not null
);
comment on column documents.revocation.reason is 'shown to whoever verifies the document';

create table documents.signing_key (
  kid            text primary key,
  purpose        text not null check (purpose in ('code', 'seal')),
  spki           text not null,
  serial         numeric(60) not null,
  valid_from     timestamptz not null,
  valid_until    timestamptz,
  revoked_at     timestamptz,
  revoked_reason smallint check (revoked_reason between 0 and 10),
  check ((revoked_at is null) = (revoked_reason is null))
);
comment on table documents.signing_key is 'every key that has signed documents: what they sealed must stay verifiable after they are replaced';
comment on column documents.signing_key.revoked_reason is 'of RFC 5280 section 5.3.1';

grant usage on schema documents to ${app};
grant select, insert, update on documents.counter to ${app};
grant select, insert, update (pdf_sha256, sealed_at, sealed_entry) on documents.document to ${app};
grant select, insert on documents.revocation to ${app};
grant select, insert, update (valid_until, revoked_at, revoked_reason) on documents.signing_key to ${app};
