/**
 * Flows that somebody has answered.
 */
@NullMarked
package org.gatewright.store.jpa.flow;

import org.jspecify.annotations.NullMarked;
