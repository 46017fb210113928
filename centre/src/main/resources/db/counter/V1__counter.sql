-- Who stood before whom: what a clerk may open at the counter hangs on the person having been identified there.
create table counter.visit (
  id          text primary key,
  officer     text not null,
  request_key text not null,
  person_id   text not null,
  at          timestamptz not null,
  unique (officer, request_key)
);
comment on column counter.visit.person_id is 'personal: identity''s id of who was identified';

grant usage on schema counter to ${app};
grant select, insert on counter.visit to ${app};
