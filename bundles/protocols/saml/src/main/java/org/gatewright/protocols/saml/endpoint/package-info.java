/** The addresses, and the way through the flows between a request and its response. */
@NullMarked
package org.gatewright.protocols.saml.endpoint;

import org.jspecify.annotations.NullMarked;
