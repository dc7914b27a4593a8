/**
 * Sessions, grants, consents, values that can be used once, and signing keys.
 */
@NullMarked
package org.gatewright.store.jpa.session;

import org.jspecify.annotations.NullMarked;
