-- A visit ends with the next person, or when the clerk says so: the browser's "back" must not bring somebody who has left.
alter table counter.visit add column ended_at timestamptz;
create index visit_open on counter.visit (officer) where ended_at is null;
grant update (ended_at) on counter.visit to ${app};
