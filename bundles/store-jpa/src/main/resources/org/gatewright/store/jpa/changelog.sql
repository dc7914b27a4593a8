--liquibase formatted sql

-- Understood by PostgreSQL and by H2 in its PostgreSQL mode. Expand only: the previous release runs against the new schema.
-- A change set that was released is never edited. A unique constraint is named uq_<table>__<field>; the field is what the caller is told.

--changeset gatewright:1-installation
CREATE TABLE installation (
  id INTEGER PRIMARY KEY,
  key_salt VARCHAR NOT NULL,
  key_check VARCHAR NOT NULL,
  schema_digest VARCHAR NOT NULL,
  created TIMESTAMP WITH TIME ZONE NOT NULL
);

--changeset gatewright:1-directory
CREATE SEQUENCE user_pk;

CREATE TABLE user_account (
  id UUID PRIMARY KEY,
  pk BIGINT NOT NULL CONSTRAINT uq_user_account__pk UNIQUE,
  username VARCHAR NOT NULL,
  username_lower VARCHAR NOT NULL CONSTRAINT uq_user_account__username UNIQUE,
  name VARCHAR NOT NULL,
  email VARCHAR NOT NULL,
  email_lower VARCHAR CONSTRAINT uq_user_account__email UNIQUE,
  upn VARCHAR,
  upn_lower VARCHAR,
  active BOOLEAN NOT NULL,
  user_type VARCHAR NOT NULL,
  path VARCHAR NOT NULL,
  attributes VARCHAR NOT NULL,
  search_text VARCHAR NOT NULL,
  last_login TIMESTAMP WITH TIME ZONE,
  created TIMESTAMP WITH TIME ZONE NOT NULL,
  password_hash VARCHAR,
  password_changed TIMESTAMP WITH TIME ZONE
);
CREATE INDEX ix_user_account_upn ON user_account (upn_lower);

CREATE TABLE user_group (
  id UUID PRIMARY KEY,
  name VARCHAR NOT NULL,
  name_lower VARCHAR NOT NULL CONSTRAINT uq_user_group__name UNIQUE,
  superuser BOOLEAN NOT NULL,
  attributes VARCHAR NOT NULL
);

CREATE TABLE group_parent (
  group_id UUID NOT NULL REFERENCES user_group (id) ON DELETE CASCADE,
  parent_id UUID NOT NULL REFERENCES user_group (id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, parent_id)
);
CREATE INDEX ix_group_parent_parent ON group_parent (parent_id);

-- each group with itself and all that it is nested in: what makes one look-up of all groups of a user a join
CREATE TABLE group_ancestor (
  group_id UUID NOT NULL REFERENCES user_group (id) ON DELETE CASCADE,
  ancestor_id UUID NOT NULL REFERENCES user_group (id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, ancestor_id)
);
CREATE INDEX ix_group_ancestor_ancestor ON group_ancestor (ancestor_id);

-- one row, held by the transaction that changes the nesting
CREATE TABLE group_nesting (
  id INTEGER PRIMARY KEY,
  changes BIGINT NOT NULL
);
INSERT INTO group_nesting (id, changes) VALUES (1, 0);

CREATE TABLE group_member (
  user_id UUID NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  group_id UUID NOT NULL REFERENCES user_group (id) ON DELETE CASCADE,
  PRIMARY KEY (user_id, group_id)
);
CREATE INDEX ix_group_member_group ON group_member (group_id);

CREATE TABLE access_role (
  id UUID PRIMARY KEY,
  name VARCHAR NOT NULL CONSTRAINT uq_access_role__name UNIQUE,
  permissions VARCHAR NOT NULL
);

CREATE TABLE group_role (
  group_id UUID NOT NULL REFERENCES user_group (id) ON DELETE CASCADE,
  role_id UUID NOT NULL REFERENCES access_role (id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, role_id)
);
CREATE INDEX ix_group_role_role ON group_role (role_id);

CREATE TABLE api_token (
  id UUID PRIMARY KEY,
  identifier VARCHAR NOT NULL CONSTRAINT uq_api_token__identifier UNIQUE,
  key_hash VARCHAR NOT NULL CONSTRAINT uq_api_token__key UNIQUE,
  intent VARCHAR NOT NULL,
  user_id UUID NOT NULL REFERENCES user_account (id) ON DELETE CASCADE,
  description VARCHAR NOT NULL,
  search_text VARCHAR NOT NULL,
  expires TIMESTAMP WITH TIME ZONE
);
CREATE INDEX ix_api_token_user ON api_token (user_id);

--changeset gatewright:1-configuration
CREATE SEQUENCE configuration_pk;

CREATE TABLE configuration_state (
  id INTEGER PRIMARY KEY,
  revision BIGINT NOT NULL
);
INSERT INTO configuration_state (id, revision) VALUES (1, 0);

CREATE TABLE configuration_object (
  id UUID PRIMARY KEY,
  pk BIGINT NOT NULL,
  model VARCHAR NOT NULL,
  type_name VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  unique_name VARCHAR,
  fields VARCHAR NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT uq_configuration_object__pk UNIQUE (model, pk),
  CONSTRAINT uq_configuration_object__name UNIQUE (model, unique_name)
);

--changeset gatewright:1-flows
CREATE TABLE flow_state (
  id UUID PRIMARY KEY,
  version BIGINT NOT NULL,
  sealed VARCHAR NOT NULL,
  ended BOOLEAN NOT NULL,
  expires TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX ix_flow_state_expires ON flow_state (expires);

--changeset gatewright:1-sessions
CREATE TABLE browser_session (
  id UUID PRIMARY KEY,
  cookie_hash VARCHAR NOT NULL CONSTRAINT uq_browser_session__cookie UNIQUE,
  user_id UUID NOT NULL,
  auth_time TIMESTAMP WITH TIME ZONE NOT NULL,
  methods VARCHAR NOT NULL,
  expires TIMESTAMP WITH TIME ZONE NOT NULL,
  address VARCHAR NOT NULL,
  user_agent VARCHAR NOT NULL
);
CREATE INDEX ix_browser_session_user ON browser_session (user_id);
CREATE INDEX ix_browser_session_expires ON browser_session (expires);

CREATE TABLE token_grant (
  id UUID PRIMARY KEY,
  provider_id UUID NOT NULL,
  user_id UUID,
  session_id UUID,
  outlives_session BOOLEAN NOT NULL,
  scopes VARCHAR NOT NULL,
  data VARCHAR NOT NULL,
  created TIMESTAMP WITH TIME ZONE NOT NULL,
  expires TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX ix_token_grant_user ON token_grant (user_id);
CREATE INDEX ix_token_grant_session ON token_grant (session_id);
CREATE INDEX ix_token_grant_expires ON token_grant (expires);

-- expires is empty for a grant that was not there when it was revoked: it must stay dead when it comes
CREATE TABLE revoked_grant (
  id UUID PRIMARY KEY,
  expires TIMESTAMP WITH TIME ZONE
);
CREATE INDEX ix_revoked_grant_expires ON revoked_grant (expires);

CREATE TABLE revoked_token (
  id VARCHAR PRIMARY KEY,
  expires TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX ix_revoked_token_expires ON revoked_token (expires);

CREATE TABLE user_consent (
  user_id UUID NOT NULL,
  application VARCHAR NOT NULL,
  scopes VARCHAR NOT NULL,
  expires TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (user_id, application)
);
CREATE INDEX ix_user_consent_expires ON user_consent (expires);

CREATE TABLE single_use (
  hash VARCHAR PRIMARY KEY,
  purpose VARCHAR NOT NULL,
  data VARCHAR NOT NULL,
  used BOOLEAN NOT NULL,
  expires TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX ix_single_use_expires ON single_use (expires);

CREATE TABLE claimed_name (
  name VARCHAR PRIMARY KEY,
  claimed TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE signing_key (
  id UUID PRIMARY KEY,
  name VARCHAR NOT NULL,
  algorithm VARCHAR NOT NULL,
  key_role VARCHAR NOT NULL,
  default_for VARCHAR CONSTRAINT uq_signing_key__default UNIQUE,
  created TIMESTAMP WITH TIME ZONE NOT NULL,
  expires TIMESTAMP WITH TIME ZONE,
  public_jwk VARCHAR NOT NULL,
  sealed_private_jwk VARCHAR NOT NULL
);

--changeset gatewright:1-events
CREATE TABLE audit_event (
  id UUID PRIMARY KEY,
  created TIMESTAMP WITH TIME ZONE NOT NULL,
  action VARCHAR NOT NULL,
  user_id UUID,
  username VARCHAR NOT NULL,
  address VARCHAR NOT NULL,
  context VARCHAR NOT NULL,
  search_text VARCHAR NOT NULL
);
CREATE INDEX ix_audit_event_created ON audit_event (created);
CREATE INDEX ix_audit_event_action ON audit_event (action, created);
CREATE INDEX ix_audit_event_username ON audit_event (username, created);

--changeset gatewright:2-plugins
CREATE TABLE plugin_artifact (
  plugin VARCHAR NOT NULL,
  version VARCHAR NOT NULL,
  digest VARCHAR NOT NULL,
  size INTEGER NOT NULL,
  added TIMESTAMP WITH TIME ZONE NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (plugin, version)
);

CREATE TABLE plugin_wanted (
  plugin VARCHAR PRIMARY KEY,
  version VARCHAR,
  earlier VARCHAR NOT NULL,
  quarantined VARCHAR NOT NULL,
  revision BIGINT NOT NULL
);

--changeset gatewright:3-documents
CREATE TABLE plugin_document (
  plugin VARCHAR NOT NULL,
  collection VARCHAR NOT NULL,
  document_key VARCHAR NOT NULL,
  content VARCHAR NOT NULL,
  revision BIGINT NOT NULL,
  user_id UUID REFERENCES user_account (id) ON DELETE CASCADE,
  expires TIMESTAMP WITH TIME ZONE,
  PRIMARY KEY (plugin, collection, document_key)
);
CREATE INDEX ix_plugin_document_user ON plugin_document (user_id);
CREATE INDEX ix_plugin_document_expires ON plugin_document (expires);

CREATE TABLE plugin_document_index (
  plugin VARCHAR NOT NULL,
  collection VARCHAR NOT NULL,
  document_key VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  indexed VARCHAR NOT NULL,
  PRIMARY KEY (plugin, collection, document_key, name),
  FOREIGN KEY (plugin, collection, document_key)
    REFERENCES plugin_document (plugin, collection, document_key) ON DELETE CASCADE
);
CREATE INDEX ix_plugin_document_index_value ON plugin_document_index (plugin, collection, name, indexed, document_key);

--changeset gatewright:4-plugin-canary
ALTER TABLE plugin_wanted ADD COLUMN canary VARCHAR;

--changeset gatewright:5-settings-shape
ALTER TABLE configuration_object ADD COLUMN schema_version INTEGER;
ALTER TABLE configuration_object ADD COLUMN earlier VARCHAR;

--changeset gatewright:6-plugin-log
CREATE TABLE plugin_log (
  plugin VARCHAR PRIMARY KEY,
  level VARCHAR NOT NULL
);
