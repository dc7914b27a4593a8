/**
 * What is looked at before an artifact is let in: who signed it, what it needs, what it says of itself. Nothing here runs its code.
 */
@NullMarked
package org.gatewright.kernel.plugins.artifact;

import org.jspecify.annotations.NullMarked;
