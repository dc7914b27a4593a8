package org.gatewright.outposts.ldap;

import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Help;
import org.gatewright.spi.settings.Length;
import org.gatewright.spi.settings.Range;
import org.gatewright.spi.settings.Title;
import org.gatewright.spi.settings.Unique;

/**
 * Settings of an LDAP provider.
 *
 * @param baseDn under which users and groups are
 * @param uidStartNumber added to the number of a user, for {@code uidNumber}
 * @param gidStartNumber the least {@code gidNumber} of a group
 * @param mfaSupport whether a code may follow the password after a semicolon
 */
public record LdapSettings(
        @Title("Base DN")
        @Help("Users are under ou=users, groups under ou=groups of it.")
        @Unique
        @Length(min = 1, max = 500)
        @Default("dc=ldap,dc=gatewright,dc=org")
        String baseDn,

        @Title("First number of users") @Range(min = 1, max = 1_000_000_000) @Default("2000")
        long uidStartNumber,

        @Title("First number of groups") @Range(min = 1, max = 1_000_000_000) @Default("4000")
        long gidStartNumber,

        @Title("Code after the password")
        @Help("Users with a second factor append a semicolon and the code to their password.")
        @Default("true")
        boolean mfaSupport) {}
