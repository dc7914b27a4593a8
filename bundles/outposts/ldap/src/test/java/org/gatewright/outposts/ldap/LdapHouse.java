package org.gatewright.outposts.ldap;

import java.util.Map;
import org.gatewright.credentials.internal.InternalBackend;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.stages.identification.IdentificationStage;
import org.gatewright.stages.password.PasswordStage;
import org.gatewright.stages.userlogin.UserLoginStage;
import org.gatewright.testkit.kernel.BareKernel;
import org.gatewright.testkit.kernel.Instance;
import org.gatewright.testkit.kernel.TestFlow;

/** A server with users, a flow for binds, and an LDAP provider that an application uses. */
final class LdapHouse {

    static final String BASE = "dc=ldap,dc=gatewright,dc=org";
    static final String ALICE = "cn=alice,ou=users," + BASE;
    static final String BOB = "cn=bob,ou=users," + BASE;
    static final String SERVICE = "cn=service,ou=users," + BASE;

    final BareKernel kernel;
    final User alice;
    final User bob;
    final User service;
    final Instance provider;
    final TestFlow flow;

    LdapHouse(BareKernel kernel) {
        this.kernel = kernel;
        kernel.install(new PlainHasher());
        kernel.install(InternalBackend.class);
        kernel.install(IdentificationStage.class);
        kernel.install(PasswordStage.class);
        kernel.install(UserLoginStage.class);
        kernel.install(LdapProvider.class);
        kernel.install(LdapOutpost.class);
        alice = user("alice", JsonObject.of(Map.of("department", "Sales", "loginShell", "/bin/bash")));
        bob = user("bob", JsonObject.empty());
        service = user("service", JsonObject.empty());
        kernel.member(alice, "staff");
        kernel.member(bob, "staff");
        kernel.member(bob, "bosses");
        kernel.permit("searchers", "search_full_directory", "provider");
        kernel.member(service, "searchers");
        provider = kernel.provider("ldap", "old-application", "{}");
        flow = kernel.flow("default-authentication-flow")
                .step(kernel.stage("identification", "{}"))
                .step(kernel.stage("password", "{}"));
    }

    private User user(String name, JsonObject attributes) {
        User user = kernel.user(name, attributes);
        kernel.password(user, name + "-secret");
        return user;
    }

    /** The flow ends with the sign-in. */
    LdapHouse ready() {
        flow.step(kernel.stage("user_login", "{}")).complete();
        return this;
    }

    Client client() {
        return new Client(kernel.connect("ldap"));
    }

    /** A client of the service account, which may see all. */
    Client searcher() {
        Client client = client();
        client.bind(SERVICE, "service-secret");
        return client;
    }
}
