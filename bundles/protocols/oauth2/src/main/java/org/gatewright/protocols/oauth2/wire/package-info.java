/**
 * How requests are read and errors are written: the parts of RFC 6749 that all endpoints share.
 */
package org.gatewright.protocols.oauth2.wire;
