/**
 * The guard around calls of plug-ins: a time limit, a limit on calls at once, and an error budget. A version that is past its budget is cut off. Knows nothing of
 * services and versions of the framework.
 */
@NullMarked
package org.gatewright.kernel.plugins.guard;

import org.jspecify.annotations.NullMarked;
