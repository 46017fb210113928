-- A question that was answered uselessly is asked again under another id; the answer may still come to an earlier one, and its signature covers that id.
alter table agencies.exchange add column answered_id text;
comment on column agencies.exchange.answered_id is 'id under which the question was answered; null for answers from before it was kept: the id of its last try';
