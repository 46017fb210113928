-- For the search of cases: where a task lies.
create view tasks.unit_for_insight as select id, unit from tasks.task;
grant select on tasks.unit_for_insight to ${app};
