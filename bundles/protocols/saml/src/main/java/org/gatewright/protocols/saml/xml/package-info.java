/** XML as this protocol reads, builds, signs and encrypts it: one hardened way in, and no algorithm that is weak. */
@NullMarked
package org.gatewright.protocols.saml.xml;

import org.jspecify.annotations.NullMarked;
