-- For the search of cases: no inputs, no words of officers. The task is the one that an officer has, or had last.
create view cases.line_for_insight as
select f.number, f.procedure, f.person, f.opened_at, f.due_at, f.ended_at,
       case when f.end_id is not null then 'ended' when f.clock_stopped_since is not null then 'waiting' else 'running' end as state,
       (select v.task from cases.visit v where v.case_number = f.number and v.task is not null
        order by v.closed_at is not null, v.place desc limit 1) as task
from cases.file f;
grant select on cases.line_for_insight to ${app};
