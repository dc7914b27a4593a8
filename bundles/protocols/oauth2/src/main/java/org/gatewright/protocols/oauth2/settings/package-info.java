/**
 * What an administrator sets for one OAuth 2.0 provider.
 */
package org.gatewright.protocols.oauth2.settings;
