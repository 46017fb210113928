-- Messages to people. The text of a fleeting message (a one-time code) is never stored.
create table notifications.message (
  id        text primary key,
  kind      text not null,
  person    text not null,
  mobile    text,
  email     text,
  subject   text,
  body      text,
  state     text not null check (state in ('waiting', 'sent', 'failed', 'unreachable')),
  channels  text[] not null default '{}',
  made_at   timestamptz not null,
  done_at   timestamptz,
  tries     int not null default 0
);
create index message_person on notifications.message (person, made_at);
comment on column notifications.message.mobile is 'personal: contact';
comment on column notifications.message.email is 'personal: contact';
comment on column notifications.message.subject is 'personal: what the message is about; null for a fleeting one';
comment on column notifications.message.body is 'personal: the message; null for a fleeting one';
comment on column notifications.message.channels is 'the channels that have taken the message, so that a retry sends it by no channel twice';

grant usage on schema notifications to ${app};
grant select, insert, update on notifications.message to ${app};
