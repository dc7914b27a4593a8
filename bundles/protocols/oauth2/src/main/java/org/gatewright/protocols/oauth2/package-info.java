/**
 * OAuth 2.0 and OpenID Connect. The component holds a table of endpoints; each endpoint is a package of its own.
 */
package org.gatewright.protocols.oauth2;
