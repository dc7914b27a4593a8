/**
 * Artifacts of plug-ins, and what is wanted of each.
 */
@NullMarked
package org.gatewright.store.jpa.plugin;

import org.jspecify.annotations.NullMarked;
