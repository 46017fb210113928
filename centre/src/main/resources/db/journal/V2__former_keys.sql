-- Keys that signed checkpoints before the present one: what they signed, up to the size at which they were replaced, stays good.
create table journal.former_key (
  vkey       text primary key,
  until_size bigint not null check (until_size >= 0),
  at         timestamptz not null
);
comment on table journal.former_key is 'verifier keys (C2SP vkey) that an operator has knowingly replaced (docs/keys.md)';
grant select, insert on journal.former_key to ${app};
