-- What an officer has said of a conflict; those from before were not asked.
alter table tasks.conflict
  add column kind        text not null default 'other' check (kind in ('relative', 'business', 'other')),
  add column declared_at timestamptz not null default now();
grant update (kind) on tasks.conflict to ${app};
create index conflict_of_officer on tasks.conflict (officer, declared_at);
