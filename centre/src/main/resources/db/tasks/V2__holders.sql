-- Who holds open tasks, and which groups of tasks wait for nobody in particular: read every 20 seconds, from this index alone
create index task_holders on tasks.task (role, unit, officer) where closed_at is null;
