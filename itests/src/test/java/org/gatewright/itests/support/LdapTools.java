package org.gatewright.itests.support;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's programs for LDAP, at one server. They trust any certificate. */
public final class LdapTools {

    /** Under which everything is. */
    public static final String BASE = "dc=ldap,dc=gatewright,dc=org";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String address;
    private final boolean startTls;
    private final List<String> credentials;

    private LdapTools(String address, boolean startTls, List<String> credentials) {
        this.address = address;
        this.startTls = startTls;
        this.credentials = List.copyOf(credentials);
    }

    /** In the clear, anonymous. */
    public static LdapTools of(Distribution server) {
        return new LdapTools("ldap://127.0.0.1:" + server.ldap(), false, List.of());
    }

    /** Under TLS from the beginning, anonymous. */
    public static LdapTools encrypted(Distribution server) {
        return new LdapTools("ldaps://127.0.0.1:" + server.ldaps(), false, List.of());
    }

    /** Under TLS before anything is asked. */
    public LdapTools withStartTls() {
        return new LdapTools(address, true, credentials);
    }

    /** Binds as the user. */
    public LdapTools as(String username, String password) {
        return new LdapTools(address, startTls, List.of("-D", user(username), "-w", password));
    }

    /** Returns the name of a user. */
    public static String user(String username) {
        return "cn=" + username + ",ou=users," + BASE;
    }

    /** Runs {@code ldapsearch} with these further words. */
    public Command search(String... words) {
        return run("ldapsearch", List.of("-LLL", "-o", "ldif-wrap=no"), words);
    }

    /** Runs {@code ldapwhoami}. */
    public Command whoami() {
        return run("ldapwhoami", List.of());
    }

    /** Runs {@code ldapcompare} with an entry and {@code attribute:value}. */
    public Command compare(String dn, String assertion) {
        return run("ldapcompare", List.of(), dn, assertion);
    }

    private Command run(String program, List<String> options, String... words) {
        List<String> line = new ArrayList<>(List.of(program, "-x", "-H", address));
        if (startTls) {
            line.add("-ZZ");
        }
        line.addAll(credentials);
        line.addAll(options);
        line.addAll(List.of(words));
        return Command.run(Path.of("."), Map.of("LDAPTLS_REQCERT", "never"), LIMIT, line);
    }
}
