/**
 * Backup codes, each of which works once.
 */
@NullMarked
package org.gatewright.authenticators.backupcodes;

import org.jspecify.annotations.NullMarked;
