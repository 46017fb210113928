-- Some documents hold for a certain time only.
alter table documents.document add column expires_at timestamptz check (expires_at > issued_at);
comment on column documents.document.expires_at is 'the first moment at which it no longer holds; null: without end';
