-- Charges, receipts, and the double-entry ledger beneath them. Amounts are minor units; debits are positive, credits negative.
create table payments.desk (
  number  int primary key check (number between 1 and 99),
  officer text unique,
  serial  bigint not null default 0
);
insert into payments.desk (number) select generate_series(1, 99);

create table payments.charge (
  id          text primary key,
  case_number text not null,
  lines       jsonb not null,
  total       bigint not null check (total >= 0),
  currency    text not null,
  state       text not null check (state in ('DUE', 'PAID', 'LAPSED')),
  at          timestamptz not null
);
create index charge_of_case on payments.charge (case_number, at);

create table payments.receipt (
  number      text primary key,
  charge      text not null unique references payments.charge,
  case_number text not null,
  request_key text not null unique,
  amount      bigint not null check (amount > 0),
  received    bigint not null check (received >= amount),
  currency    text not null,
  desk        int not null,
  cashier     text not null,
  at          timestamptz not null,
  entry       bigint not null
);

create table payments.booking (
  id     bigint generated always as identity primary key,
  kind   text not null check (kind in ('charged', 'paid', 'lapsed')),
  charge text not null references payments.charge,
  at     timestamptz not null,
  unique (charge, kind)
);
create table payments.posting (
  booking  bigint not null references payments.booking,
  account  text not null,
  amount   bigint not null check (amount <> 0),
  currency text not null,
  primary key (booking, account)
);
create index posting_of_account on payments.posting (account, booking);

-- No booking may leave the books out of balance, whoever writes it.
create function payments.balanced() returns trigger language plpgsql as $$
begin
  if exists (select 1 from payments.posting where booking = new.booking group by currency having sum(amount) <> 0) then
    raise exception 'booking % does not balance', new.booking using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger balanced after insert on payments.posting deferrable initially deferred for each row execute function payments.balanced();

grant usage on schema payments to ${app};
grant select, update on payments.desk to ${app};
grant select, insert, update (state) on payments.charge to ${app};
grant select, insert on payments.receipt, payments.booking, payments.posting to ${app};
