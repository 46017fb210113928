-- The running cases of a procedure: listed when they are to be moved to another version. Small beside all that have ended.
create index file_running on cases.file (procedure, version, opened_at) where end_id is null;
