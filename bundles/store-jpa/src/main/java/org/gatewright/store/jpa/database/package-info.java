/**
 * The database: chosen by the settings, waited for, checked to be ours, migrated, watched.
 */
@NullMarked
package org.gatewright.store.jpa.database;

import org.jspecify.annotations.NullMarked;
