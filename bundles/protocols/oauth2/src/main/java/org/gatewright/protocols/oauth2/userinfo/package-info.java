/**
 * The userinfo endpoint.
 */
package org.gatewright.protocols.oauth2.userinfo;
