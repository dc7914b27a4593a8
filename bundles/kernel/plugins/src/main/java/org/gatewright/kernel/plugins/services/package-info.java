/**
 * What plug-ins find in the service registry of the framework.
 */
@NullMarked
package org.gatewright.kernel.plugins.services;

import org.jspecify.annotations.NullMarked;
