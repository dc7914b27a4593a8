/**
 * Compares a version of a plug-in that is called for a part of all only with the active one, and judges it. Decides nothing by itself.
 */
@NullMarked
package org.gatewright.kernel.plugins.canary;

import org.jspecify.annotations.NullMarked;
