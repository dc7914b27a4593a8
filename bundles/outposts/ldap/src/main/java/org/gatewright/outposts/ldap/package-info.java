/**
 * LDAP (RFC 4511) over users and groups: read-only. {@link org.gatewright.outposts.ldap.LdapOutpost} decodes each message and hands it to the one operation that answers
 * it; {@link org.gatewright.outposts.ldap.Tree} knows where what is, {@link org.gatewright.outposts.ldap.Entries} what it looks like.
 */
@NullMarked
package org.gatewright.outposts.ldap;

import org.jspecify.annotations.NullMarked;
