/** Answers that are no object of a collection, each with its JSON Schema. */
@NullMarked
package org.gatewright.rest.answer;

import org.jspecify.annotations.NullMarked;
