-- Every version of every procedure that was ever published, word for word: running cases stay on theirs.
create table procedures.version (
  procedure    text not null check (procedure ~ '^[a-z][a-z0-9-]*$'),
  version      int not null check (version > 0),
  text         text not null,
  sha256       bytea not null check (length(sha256) = 32),
  published_at timestamptz not null,
  entry        bigint not null,
  primary key (procedure, version)
);
comment on column procedures.version.text is 'the YAML file, byte for byte in UTF-8, as hashed';
comment on column procedures.version.entry is 'journal entry that published it';

grant usage on schema procedures to ${app};
grant select, insert on procedures.version to ${app};
