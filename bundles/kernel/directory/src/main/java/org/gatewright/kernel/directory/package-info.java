/**
 * Users, groups, roles, API tokens and passwords, and who may do what. Here is the rule that nobody grants what they do not hold, and that nobody changes
 * somebody who holds more. Sessions, grants and events belong to others and are reached through their contracts.
 */
@NullMarked
package org.gatewright.kernel.directory;

import org.jspecify.annotations.NullMarked;
