package org.gatewright.itests.support;

import java.util.List;
import org.gatewright.spi.data.JsonObject;

/** Makes a server answer LDAP, and people for it. */
public final class LdapService {

    private final Administrator administrator;
    private final String application;

    /** Makes the provider and its application. */
    public LdapService(Administrator administrator, String application) {
        this.administrator = administrator;
        this.application = administrator
                .create(
                        "core/applications/",
                        JsonObject.of("name", application)
                                .with("slug", application)
                                .with(
                                        "provider",
                                        administrator
                                                .create("providers/ldap/", JsonObject.of("name", application))
                                                .integer("pk")
                                                .orElseThrow()))
                .text("pk")
                .orElseThrow();
    }

    /** Returns the id of the application. */
    public String application() {
        return application;
    }

    /** Makes a group; returns its id. */
    public String group(String name) {
        return administrator
                .create("core/groups/", JsonObject.of("name", name))
                .text("pk")
                .orElseThrow();
    }

    /** Makes a user; returns their number. */
    public long user(String username, String password, String... groups) {
        long pk = administrator
                .create(
                        "core/users/",
                        JsonObject.of("username", username)
                                .with("name", "User " + username)
                                .with("email", username + "@example.org")
                                .with("groups", List.of(groups)))
                .integer("pk")
                .orElseThrow();
        password(pk, password);
        return pk;
    }

    /** Sets a password. */
    public void password(long user, String password) {
        administrator.act("core/users/" + user + "/set_password/", JsonObject.of("password", password));
    }
}
