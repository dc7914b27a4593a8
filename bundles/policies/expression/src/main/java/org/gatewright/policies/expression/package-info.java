/** Rules that administrators write as expressions, in any language that is installed. */
@NullMarked
package org.gatewright.policies.expression;

import org.jspecify.annotations.NullMarked;
