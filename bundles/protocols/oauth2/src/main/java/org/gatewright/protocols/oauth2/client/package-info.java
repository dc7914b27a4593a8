/**
 * Clients: who they are, how they prove it, which addresses belong to them.
 */
package org.gatewright.protocols.oauth2.client;
