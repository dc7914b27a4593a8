/**
 * Audit events.
 */
@NullMarked
package org.gatewright.store.jpa.event;

import org.jspecify.annotations.NullMarked;
