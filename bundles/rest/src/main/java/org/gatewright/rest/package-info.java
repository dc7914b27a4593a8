/** The administration API under /api/v3/: addresses, permissions, pages. */
@NullMarked
package org.gatewright.rest;

import org.jspecify.annotations.NullMarked;
