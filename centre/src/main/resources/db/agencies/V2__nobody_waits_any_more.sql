-- A question whose step has ended without it (the term is over, the application was taken back): nobody waits for its answer.
alter table agencies.exchange drop constraint exchange_state_check;
alter table agencies.exchange add constraint exchange_state_check check (state in ('ASKED', 'AWAITED', 'ANSWERED', 'REFUSED', 'LATE', 'OVER'));
alter table agencies.exchange drop constraint exchange_check;
alter table agencies.exchange add constraint exchange_check check ((answer is null) = (state in ('ASKED', 'AWAITED', 'OVER')));
create index exchange_open on agencies.exchange (last_try) where state in ('ASKED', 'AWAITED');
