/** The two sides of a sign-in: the service provider as settings and its metadata describe it, and this server as it shows itself. */
@NullMarked
package org.gatewright.protocols.saml.party;

import org.jspecify.annotations.NullMarked;
