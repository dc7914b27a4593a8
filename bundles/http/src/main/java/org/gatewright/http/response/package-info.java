/** Writing answers: pages, JSON, problems, protecting headers. */
@NullMarked
package org.gatewright.http.response;

import org.jspecify.annotations.NullMarked;
