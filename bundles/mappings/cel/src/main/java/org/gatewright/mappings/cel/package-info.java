/** The Common Expression Language (https://cel.dev) for policies and mappings. */
@NullMarked
package org.gatewright.mappings.cel;

import org.jspecify.annotations.NullMarked;
