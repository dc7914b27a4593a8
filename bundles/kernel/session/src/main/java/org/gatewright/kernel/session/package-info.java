/**
 * The session graph: sessions, grants, single-use values, consents; the keys that sign tokens and the key that seals what is stored; audit events; and the
 * removal of what has expired. Whose the things are is the directory's business, what the tokens say the protocols'.
 */
@NullMarked
package org.gatewright.kernel.session;

import org.jspecify.annotations.NullMarked;
