/**
 * Owns the ports of outposts: accepts, bounds and encrypts connections, cuts what comes into messages, and hands them to whoever answers. Knows no protocol. What an
 * outpost is and who has signed in is the business of {@link org.gatewright.port.outpost.OutpostDispatcher}.
 */
@NullMarked
package org.gatewright.kernel.outpost;

import org.jspecify.annotations.NullMarked;
