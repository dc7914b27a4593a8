/** What an administrator sets of a service provider. */
@NullMarked
package org.gatewright.protocols.saml.settings;

import org.jspecify.annotations.NullMarked;
