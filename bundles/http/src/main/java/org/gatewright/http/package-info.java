/** The one servlet entry: bounds requests, knows who sent them, and hands them to endpoints. */
@NullMarked
package org.gatewright.http;

import org.jspecify.annotations.NullMarked;
