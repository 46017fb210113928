-- What an officer who sends a case back has marked: which answers and papers, with a word on each.
create table cases.mark (
  case_number text not null,
  step        text not null,
  visit       int not null,
  field       text not null,
  word        text not null check (length(word) between 1 and 200),
  primary key (case_number, step, visit, field),
  foreign key (case_number, step, visit) references cases.visit
);
comment on column cases.mark.field is 'id of an input or of a paper that the applicant brings';
comment on column cases.mark.word is 'personal: words of an officer to the applicant';
grant select, insert on cases.mark to ${app};
