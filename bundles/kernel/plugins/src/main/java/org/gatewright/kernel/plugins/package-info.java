/**
 * The catalogue of plug-ins: finds services of the kinds of the SPI, picks the active version of each type, leases them, and says why what is not active is not.
 * It knows kinds and no type. Life cycle and side-by-side versions build on what is here; configuration of instances is another bundle's.
 */
@NullMarked
package org.gatewright.kernel.plugins;

import org.jspecify.annotations.NullMarked;
