/** What the entry answers, an endpoint each. */
@NullMarked
package org.gatewright.http.endpoint;

import org.jspecify.annotations.NullMarked;
