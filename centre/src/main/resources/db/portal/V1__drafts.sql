-- Applications, saved at every step until they are filed: one open draft for each person and procedure.
create table portal.draft (
  request_key text primary key,
  person      text not null,
  procedure   text not null,
  answers     jsonb not null,
  papers      jsonb not null,
  changed_at  timestamptz not null,
  filed_as    text
);
create unique index draft_open on portal.draft (person, procedure) where filed_as is null;
create index draft_by_age on portal.draft (changed_at);
comment on column portal.draft.request_key is 'idempotency key of the application';
comment on column portal.draft.person is 'personal: person id of whose draft it is';
comment on column portal.draft.answers is 'personal: what was typed, as it was typed; emptied when filed';
comment on column portal.draft.papers is 'personal: ids of the papers attached';
comment on column portal.draft.filed_as is 'number of the case, for whoever sends the form once more';
grant usage on schema portal to ${app};
grant select, insert, update, delete on portal.draft to ${app};
