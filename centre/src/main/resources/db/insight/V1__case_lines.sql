-- One line a case for searching, kept by a reader of the journal. Everything here can be made anew from the journal and the views it reads.
create table insight.case_line (
  number    text primary key,
  procedure text not null,
  unit      text not null,
  state     text not null check (state in ('running', 'waiting', 'ended')),
  person    text not null,
  opened_at timestamptz not null,
  due_at    timestamptz not null,
  ended_at  timestamptz
) with (fillfactor = 85);
comment on column insight.case_line.person is 'personal: person id of who asked';

-- Newest first within a state, and within unit and procedure: a search over several of them merges the first page of each.
create index case_line_of_state on insight.case_line (state, opened_at desc, number desc);
create index case_line_of_unit on insight.case_line (state, unit, opened_at desc, number desc);
create index case_line_of_procedure on insight.case_line (state, procedure, opened_at desc, number desc);
create index case_line_of_both on insight.case_line (state, unit, procedure, opened_at desc, number desc);
create index case_line_late on insight.case_line (due_at, number) where state = 'running';
create index case_line_late_of_unit on insight.case_line (unit, due_at, number) where state = 'running';
create index case_line_of_person on insight.case_line (person, opened_at desc);
-- Parts of a number: its beginning, its serial, its end
create index case_line_begins on insight.case_line (number text_pattern_ops);
create index case_line_serial on insight.case_line (split_part(number, '-', 2));
create index case_line_ends on insight.case_line (reverse(replace(number, '-', '')) text_pattern_ops);

grant usage on schema insight to ${app};
grant select, insert, update on insight.case_line to ${app};
