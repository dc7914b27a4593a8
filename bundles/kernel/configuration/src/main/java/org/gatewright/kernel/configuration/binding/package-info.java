/**
 * Binds JSON to settings records and back, and derives JSON Schema 2020-12 from them. Knows records and their annotations, and nothing of objects, stores or types.
 */
@NullMarked
package org.gatewright.kernel.configuration.binding;

import org.jspecify.annotations.NullMarked;
