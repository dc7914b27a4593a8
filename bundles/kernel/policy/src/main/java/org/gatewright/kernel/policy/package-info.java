/**
 * Decides by what is bound to a flow, a step or an application: policies, groups and users. Fails closed: what cannot be asked counts as its binding says, and
 * that is a refusal unless somebody has set it otherwise.
 */
@NullMarked
package org.gatewright.kernel.policy;

import org.jspecify.annotations.NullMarked;
