-- Stays opened in one act have the same time and the same entry: their order in the case needs a number of its own.
alter table cases.visit add column place int;
update cases.visit v set place = o.place
from (select case_number, step, visit, row_number() over (partition by case_number order by opened_at, closed_at nulls last, visit, step) as place
      from cases.visit) o
where (v.case_number, v.step, v.visit) = (o.case_number, o.step, o.visit);
alter table cases.visit alter column place set not null;
comment on column cases.visit.place is 'order among the stays of its case, beginning with 1';
