-- The edition of the calendar up to which the dates of running cases have been moved: one row.
create table cases.calendar_seen (
  one     boolean primary key default true check (one),
  edition text not null
);
grant select, insert, update on cases.calendar_seen to ${app};
