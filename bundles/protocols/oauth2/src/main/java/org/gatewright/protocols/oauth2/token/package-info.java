/**
 * The token endpoint with one class a grant, and the tokens it makes.
 */
package org.gatewright.protocols.oauth2.token;
