-- What the journal says of each case, counted for everybody: no persons, no property, no reasons of single cases.
create table publicrecord.case_figure (
  number        text primary key,
  procedure     text not null,
  promised_days int not null,
  opened_at     timestamptz not null,
  ended_at      timestamptz,
  outcome       text check (outcome in ('GRANTED', 'REFUSED', 'OTHER')),
  working_days  int,
  check ((ended_at is null) = (outcome is null))
) with (fillfactor = 80);
create index case_figure_ended on publicrecord.case_figure (ended_at) where ended_at is not null;
create index case_figure_opened on publicrecord.case_figure (opened_at);

create table publicrecord.issued_figure (
  number    text primary key,
  issued_at timestamptz not null
);
create index issued_figure_at on publicrecord.issued_figure (issued_at);

grant usage on schema publicrecord to ${app};
grant select, insert, update on publicrecord.case_figure to ${app};
grant select, insert on publicrecord.issued_figure to ${app};
