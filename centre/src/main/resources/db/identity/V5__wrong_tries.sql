-- Wrong codes are counted by the number they were asked for with, whether anybody has it or not
alter table identity.one_time_code add column asked_with text;
comment on column identity.one_time_code.asked_with is 'secret: HMAC of the national number typed, under the key file identity-codes; null in rows from before';

-- Where an officer has signed in from: strangers elsewhere who try passwords do not shut the officer out there
create table identity.known_place (
  officer text not null references identity.officer,
  place   text not null,
  seen_at timestamptz not null,
  primary key (officer, place)
);
create index known_place_seen on identity.known_place (seen_at);
comment on column identity.known_place.place is 'secret: HMAC of officer and network address (IPv6: its first 64 bits), under the key file identity-codes';
grant select, insert, update, delete on identity.known_place to ${app};
