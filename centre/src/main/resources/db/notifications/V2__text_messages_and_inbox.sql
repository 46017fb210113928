-- Both languages apart, so that each channel and the inbox say a message in the person's; subject and body are the Arabic.
alter table notifications.message
  add column subject_en text,
  add column body_en    text,
  add column sms_ar     text,
  add column sms_en     text,
  add column about      text,
  add column shown_at   timestamptz;
comment on column notifications.message.subject_en is 'personal: what the message is about';
comment on column notifications.message.body_en is 'personal: the message; null for a fleeting one, and for those of before, whose body holds both languages';
comment on column notifications.message.about is 'number of the case';
comment on column notifications.message.shown_at is 'when the person saw it in the inbox';
-- The inbox: the newest of a person, and the count of those not seen yet on every page
drop index notifications.message_person;
create index message_of_person on notifications.message (person, made_at desc) include (shown_at) where body is not null;

-- How people want to be told; no row for whoever has not said anything.
create table notifications.wish (
  person   text primary key,
  language text check (language in ('ar', 'en')),
  sms      boolean not null,
  mail     boolean not null
);
comment on column notifications.wish.person is 'personal: person id';

-- What an SMSC has taken, part by part, and what it reported of it. A receipt may come before the answer to the sending.
create table notifications.sms_part (
  smsc_id    text primary key,
  message    text,
  part       int,
  taken_at   timestamptz,
  receipt    text,
  receipt_at timestamptz
);
create index sms_part_of_message on notifications.sms_part (message) where message is not null;
comment on column notifications.sms_part.receipt is 'DELIVRD, UNDELIV, EXPIRED … (SMPP 3.4, appendix B); null while nothing was reported';

grant select, insert, update on notifications.wish, notifications.sms_part to ${app};
