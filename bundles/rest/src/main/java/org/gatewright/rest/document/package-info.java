/** The OpenAPI document. */
@NullMarked
package org.gatewright.rest.document;

import org.jspecify.annotations.NullMarked;
