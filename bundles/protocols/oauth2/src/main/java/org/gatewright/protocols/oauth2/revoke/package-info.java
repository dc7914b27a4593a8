/**
 * Token revocation (RFC 7009).
 */
package org.gatewright.protocols.oauth2.revoke;
