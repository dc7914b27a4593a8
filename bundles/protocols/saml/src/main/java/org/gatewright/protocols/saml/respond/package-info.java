/** Responses: what they say of the user, and how they are protected. */
@NullMarked
package org.gatewright.protocols.saml.respond;

import org.jspecify.annotations.NullMarked;
