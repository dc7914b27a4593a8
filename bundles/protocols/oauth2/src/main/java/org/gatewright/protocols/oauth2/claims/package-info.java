/**
 * Scopes, and what they tell about a user.
 */
package org.gatewright.protocols.oauth2.claims;
