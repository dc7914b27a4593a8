/**
 * Sign-out that an application begins (OpenID Connect RP-Initiated Logout 1.0).
 */
package org.gatewright.protocols.oauth2.logout;
