-- Runs as the owner at every start. A database restored from a logical dump lives in another cluster, whose transaction ids
-- begin again: then a new era begins, and the sequencer orders its entries after all older ones (docs/adr/0004-journal-order.md).
do $$
declare
  here bigint := (select system_identifier from pg_control_system());
  era  journal.era;
begin
  lock table journal.era in exclusive mode;
  select * into era from journal.era order by number desc limit 1;
  if not found or era.system_identifier <> here then
    era.number := coalesce(era.number, 0) + 1;
    insert into journal.era (number, system_identifier) values (era.number, here);
    execute format('alter table journal.entry alter column era set default %s', era.number);
  end if;
end $$;
