-- For the search of cases by name: who is meant, and nothing else of them.
create view identity.name_for_insight as select id, search_key from identity.person;
comment on column identity.name_for_insight.search_key is 'personal: name, normalised';
grant select on identity.name_for_insight to ${app};
