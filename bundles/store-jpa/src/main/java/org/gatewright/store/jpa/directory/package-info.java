/**
 * Users, groups, roles and API tokens.
 */
@NullMarked
package org.gatewright.store.jpa.directory;

import org.jspecify.annotations.NullMarked;
