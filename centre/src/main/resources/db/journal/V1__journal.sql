-- The journal. Everything here is append-only for the application role, reader cursors excepted.

-- A database cluster that the journal has lived in: transaction ids only order entries of one cluster (see afterMigrate.sql).
create table journal.era (
  number            smallint primary key,
  system_identifier bigint not null,
  began_at          timestamptz not null default now()
);

-- Each node takes 50 numbers at a time (EntryIds), so an append needs no answer from the database.
create sequence journal.entry_id increment by 50;

create table journal.entry (
  id         bigint primary key,
  at         timestamptz not null,
  xid        xid8 not null default pg_current_xact_id(),
  era        smallint not null default 1,
  kind       text not null,
  subject    text not null,
  actor      text not null,
  facts      text not null,
  salt       bytea not null check (length(salt) = 32),
  commitment bytea not null check (length(commitment) = 32)
);
create index entry_subject on journal.entry (subject, id);
create index entry_order on journal.entry (era, xid);
comment on column journal.entry.subject is 'a case, document, sheet or procedure number';
comment on column journal.entry.actor is 'personal: the id of the citizen or officer who acted';
comment on column journal.entry.facts is 'personal: what the entry commits to, canonical JSON, byte for byte as hashed';
comment on column journal.entry.salt is 'secret: opens the commitment; leaves the centre only in receipts for the parties';
comment on column journal.entry.xid is 'the appending transaction, by which the sequencer knows what is new; not part of the commitment';

-- Position in the tree; its leaf data is the entry's commitment.
create table journal.leaf (
  position bigint primary key,
  entry    bigint not null unique
);

-- Full tiles of 256 hashes (C2SP tlog-tiles) and their roots; partial tiles are put together from the rows below them.
create table journal.tile (
  level  smallint not null,
  index  bigint not null,
  root   bytea not null check (length(root) = 32),
  hashes bytea not null check (length(hashes) = 8192),
  primary key (level, index)
);
-- hashes do not compress
alter table journal.tile alter column hashes set storage external;

-- Signed checkpoints, and what each has seen: every entry of its era that was committed before its snapshot has a leaf.
create table journal.checkpoint (
  size     bigint primary key,
  root     bytea not null check (length(root) = 32),
  note     text not null,
  at       timestamptz not null,
  era      smallint not null,
  snapshot pg_snapshot not null
);

-- How far each reader has come: the next position it has not handled.
create table journal.reader (
  name     text primary key,
  position bigint not null default 0,
  moved_at timestamptz
);

grant usage on schema journal to ${app};
grant usage on sequence journal.entry_id to ${app};
grant select on journal.era, journal.entry, journal.leaf, journal.tile, journal.checkpoint, journal.reader to ${app};
-- xid and era are the database's own word, not the application's
grant insert (id, at, kind, subject, actor, facts, salt, commitment) on journal.entry to ${app};
grant insert on journal.leaf, journal.tile, journal.checkpoint, journal.reader to ${app};
grant update (position, moved_at) on journal.reader to ${app};
