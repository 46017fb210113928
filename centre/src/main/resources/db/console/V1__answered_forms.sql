-- Forms whose act must not happen twice, with what they changed: the second sending is answered without acting again. Kept for a week.
create table console.answered_form (
  officer     text not null,
  request_key text not null,
  subject     text,
  at          timestamptz not null,
  primary key (officer, request_key)
);
create index answered_form_at on console.answered_form (at);

grant usage on schema console to ${app};
grant select, insert, update, delete on console.answered_form to ${app};
