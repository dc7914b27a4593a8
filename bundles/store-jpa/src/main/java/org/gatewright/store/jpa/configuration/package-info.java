/**
 * Configuration objects and their revision.
 */
@NullMarked
package org.gatewright.store.jpa.configuration;

import org.jspecify.annotations.NullMarked;
