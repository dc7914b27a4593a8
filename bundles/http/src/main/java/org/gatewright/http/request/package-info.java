/** Understanding a request before anybody acts on it. */
@NullMarked
package org.gatewright.http.request;

import org.jspecify.annotations.NullMarked;
