/**
 * How plug-ins come, change and go: an artifact is read, run beside the version that is active, tried, and switched to; what it replaced drains and ends. What is
 * wanted of each plug-in is in the database, and a start converges to it.
 */
@NullMarked
package org.gatewright.kernel.plugins.lifecycle;

import org.jspecify.annotations.NullMarked;
