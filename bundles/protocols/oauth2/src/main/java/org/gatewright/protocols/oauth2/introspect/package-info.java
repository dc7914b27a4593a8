/**
 * Token introspection (RFC 7662).
 */
package org.gatewright.protocols.oauth2.introspect;
