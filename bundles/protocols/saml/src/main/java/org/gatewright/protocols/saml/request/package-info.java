/** Authentication requests: how they travel, who signed them, and what they ask for. */
@NullMarked
package org.gatewright.protocols.saml.request;

import org.jspecify.annotations.NullMarked;
