/** Keeps measurements with Micrometer and serves them to Prometheus on a listener of its own. */
@NullMarked
package org.gatewright.metrics;

import org.jspecify.annotations.NullMarked;
