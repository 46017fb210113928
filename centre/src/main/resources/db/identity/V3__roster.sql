-- Who may be drawn now, for the module tasks: a draw costs one statement instead of two. A view whose name ends in
-- _for_<module> is the one thing of another schema that this module may read (SourceTests holds it).
create view identity.roster_for_tasks as
  select o.id as officer, r.role, o.unit from identity.officer o join identity.officer_role r on r.officer = o.id where o.present and o.active;
grant select on identity.roster_for_tasks to ${app};
