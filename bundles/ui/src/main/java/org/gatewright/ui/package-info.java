/**
 * The pages, as the build of this folder makes them, handed to the HTTP entry.
 */
@NullMarked
package org.gatewright.ui;

import org.jspecify.annotations.NullMarked;
