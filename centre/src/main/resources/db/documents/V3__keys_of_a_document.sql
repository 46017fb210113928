-- A document is signed with the keys that were in use when it was registered, however late that happens.
alter table documents.document add column seal_kid text references documents.signing_key;
alter table documents.document add column code_kid text references documents.signing_key;
alter table documents.document add check ((seal_kid is null) = (code_kid is null));
comment on column documents.document.seal_kid is 'key of the seal, chosen when the document was registered; absent for older ones';
