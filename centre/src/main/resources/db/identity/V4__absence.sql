-- Since when an officer is away: after a while the tasks drawn for them are drawn again
alter table identity.officer add column absent_since timestamptz;
comment on column identity.officer.absent_since is 'null while present, and for those who were absent before this was kept';
create index officer_absent on identity.officer (absent_since) where not present;
