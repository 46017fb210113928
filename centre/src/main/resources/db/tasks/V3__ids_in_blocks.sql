-- Each node takes 50 ids at a time (TaskStore), so a new task can be written down together with the rest of its act.
alter table tasks.task alter column id drop identity;
create sequence tasks.task_id increment by 50;
select setval('tasks.task_id', (select coalesce(max(id), 0) + 1 from tasks.task), false);
grant usage on sequence tasks.task_id to ${app};

-- Every task is written in one act with its visit, whose key is the same: the second index guarded nothing
alter table tasks.task drop constraint task_case_number_step_visit_key;
