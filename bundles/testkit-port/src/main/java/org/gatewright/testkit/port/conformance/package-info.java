/**
 * What every implementation of the store ports must do, as tests. An implementation extends {@link org.gatewright.testkit.port.conformance.StoreConformance}.
 */
@NullMarked
package org.gatewright.testkit.port.conformance;

import org.jspecify.annotations.NullMarked;
