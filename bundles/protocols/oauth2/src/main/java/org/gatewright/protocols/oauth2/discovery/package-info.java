/**
 * What clients read before they begin: metadata and public keys.
 */
package org.gatewright.protocols.oauth2.discovery;
