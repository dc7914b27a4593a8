/**
 * Codes of an app, which change every 30 seconds (RFC 6238).
 */
@NullMarked
package org.gatewright.authenticators.totp;

import org.jspecify.annotations.NullMarked;
