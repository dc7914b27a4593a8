/**
 * The authorization endpoint: from a client's request to a code, through the flows of the provider. It owns no page and no session.
 */
package org.gatewright.protocols.oauth2.authorize;
