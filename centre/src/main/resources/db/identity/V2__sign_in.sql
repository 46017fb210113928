-- Sessions: Spring Session's tables, as its documentation gives them for PostgreSQL
create table identity.spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create unique index spring_session_ix1 on identity.spring_session (session_id);
create index spring_session_ix2 on identity.spring_session (expiry_time);
create index spring_session_ix3 on identity.spring_session (principal_name);
create table identity.spring_session_attributes (
  session_primary_id char(36) not null references identity.spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
comment on column identity.spring_session_attributes.attribute_bytes is 'personal: may hold a form typed before the session ended';

-- Passkeys: Spring Security's tables, as its documentation gives them for PostgreSQL
create table identity.user_entities (
  id           varchar(1000) not null primary key,
  name         varchar(100) not null,
  display_name varchar(200)
);
comment on column identity.user_entities.name is 'the officer''s id';
create table identity.user_credentials (
  credential_id                varchar(1000) not null primary key,
  user_entity_user_id          varchar(1000) not null,
  public_key                   bytea not null,
  signature_count              bigint,
  uv_initialized               boolean,
  backup_eligible              boolean not null,
  authenticator_transports     varchar(1000),
  public_key_credential_type   varchar(100),
  backup_state                 boolean not null,
  attestation_object           bytea,
  attestation_client_data_json bytea,
  created                      timestamp,
  last_used                    timestamp,
  label                        varchar(1000) not null
);
create index user_credentials_user on identity.user_credentials (user_entity_user_id);

-- Codes sent to citizens. A row is made for every request, also for numbers nobody has, so that both cost the same.
create table identity.one_time_code (
  id         text primary key,
  person     text references identity.person,
  code_hmac  bytea not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  tries_left int not null,
  used_at    timestamptz
);
create index one_time_code_expires on identity.one_time_code (expires_at);
comment on column identity.one_time_code.person is 'null when the number typed belongs to nobody';
comment on column identity.one_time_code.code_hmac is 'secret: HMAC-SHA-256 of id and code under the key file identity-codes';

-- Rate limits: Bucket4j's state; keys are HMACs, so neither accounts nor addresses can be read from them
create table identity.rate_limit (
  id         text primary key,
  state      bytea,
  expires_at bigint
);
create index rate_limit_expires on identity.rate_limit (expires_at);

grant select, insert, update, delete on identity.spring_session, identity.spring_session_attributes, identity.user_entities,
  identity.user_credentials, identity.one_time_code, identity.rate_limit to ${app};
