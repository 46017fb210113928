-- What was asked of outside bodies and what they answered, byte for byte with the signatures: evidence that outlives the case.
create table agencies.exchange (
  id                text primary key,
  visit_key         text not null unique,
  case_number       text not null,
  agency            text not null,
  service           text not null,
  same_as           bytea not null,
  request           bytea not null,
  request_signature text not null,
  asked_at          timestamptz not null,
  state             text not null check (state in ('ASKED', 'AWAITED', 'ANSWERED', 'REFUSED', 'LATE')),
  tries             int not null default 0,
  rejections        int not null default 0,
  unreachable_since timestamptz,
  last_fault        text,
  last_try          timestamptz,
  answer            bytea,
  answer_signature  text,
  answered_at       timestamptz,
  as_of             timestamptz,
  reference         text,
  millis            int,
  check ((answer is null) = (state in ('ASKED', 'AWAITED')))
);
create index exchange_of_case on agencies.exchange (case_number);
create index exchange_reused on agencies.exchange (same_as, as_of desc) where state = 'ANSWERED';
create index exchange_of_agency on agencies.exchange (agency, asked_at desc);
comment on column agencies.exchange.request is 'personal: of whom something was asked';
comment on column agencies.exchange.answer is 'personal: what the agency said of the person';
comment on column agencies.exchange.same_as is 'hash of service, subject and inputs: two questions with the same one ask the same';

-- Answers that could not be accepted: garbage, another person's, wrongly signed. Kept for whoever has to find out why; nobody else sees them.
create table agencies.rejected (
  id       bigint generated always as identity primary key,
  exchange text not null references agencies.exchange,
  fault    text not null,
  answer   bytea not null,
  at       timestamptz not null
);
comment on column agencies.rejected.answer is 'personal: perhaps another person''s';

-- Whether an agency is worth calling at the moment, for all nodes together.
create table agencies.circuit (
  agency     text primary key,
  failures   int not null,
  open_until timestamptz
);
comment on column agencies.circuit.open_until is 'nobody calls it before then, but one who tries whether it is there again';

grant usage on schema agencies to ${app};
grant select, insert, update on agencies.exchange, agencies.circuit to ${app};
grant select, insert on agencies.rejected to ${app};
