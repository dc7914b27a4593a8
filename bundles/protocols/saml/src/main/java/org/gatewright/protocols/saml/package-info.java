/** SAML 2.0 for applications that users sign in to (Web Browser SSO profile). */
@NullMarked
package org.gatewright.protocols.saml;

import org.jspecify.annotations.NullMarked;
