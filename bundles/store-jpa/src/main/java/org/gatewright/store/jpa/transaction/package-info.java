/**
 * Transactions bound to the thread, over one EntityManagerFactory; and what every store needs to talk to the database.
 */
@NullMarked
package org.gatewright.store.jpa.transaction;

import org.jspecify.annotations.NullMarked;
