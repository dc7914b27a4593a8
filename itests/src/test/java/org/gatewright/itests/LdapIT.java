package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatewright.itests.support.LdapTools.BASE;
import static org.gatewright.itests.support.LdapTools.user;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.ApacheWithLdap;
import org.gatewright.itests.support.Command;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.LdapService;
import org.gatewright.itests.support.LdapTools;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guide's row about LDAP, with Debian's programs: an old application binds and searches. */
class LdapIT {

    private static final String PASSWORD = "a long pass phrase";
    private static final String SETUP = "/if/flow/default-authenticator-totp-setup/";
    private static final int INVALID_CREDENTIALS = 49;
    private static final int INSUFFICIENT_ACCESS = 50;
    private static final int IDLE = 1_000;

    private static Distribution server;
    private static Administrator administrator;
    private static LdapService service;
    private static long alice;

    @BeforeAll
    static void start() {
        server = Distribution.unpack()
                .withAdministrator()
                .withCheapHashing()
                .withLdap()
                .start();
        administrator = new Administrator(server);
        service = new LdapService(administrator, "old-application");
        String staff = service.group("staff");
        alice = service.user("alice", PASSWORD, staff);
        service.user("bob", PASSWORD, staff);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anApplicationFindsUsersAndChecksPasswords() {
        Command found = admin().search("-b", BASE, "(&(objectClass=user)(uid=alice))", "mail", "memberOf", "uidNumber");
        assertThat(found.exitCode()).as(found.output()).isZero();
        assertThat(found.output())
                .contains("dn: " + user("alice"))
                .contains("mail: alice@example.org")
                .contains("memberOf: cn=staff,ou=groups," + BASE)
                .contains("uidNumber: " + (2000 + alice));
        assertThat(tools().as("alice", PASSWORD).whoami().output()).contains("dn:" + user("alice"));
        assertThat(tools().as("alice", "wrong").whoami().exitCode()).isEqualTo(INVALID_CREDENTIALS);
        assertThat(tools().as("nobody", PASSWORD).whoami().exitCode()).isEqualTo(INVALID_CREDENTIALS);
    }

    @Test
    void apacheAsksForNameAndPassword() {
        service.user("outsider", PASSWORD);
        try (ApacheWithLdap apache = ApacheWithLdap.start(server)) {
            assertThat(apache.get("alice", PASSWORD)).isEqualTo(200);
            assertThat(apache.get("alice", "wrong")).isEqualTo(401);
            assertThat(apache.get("nobody", PASSWORD)).isEqualTo(401);
            assertThat(apache.get("outsider", PASSWORD)).as("not of the group").isEqualTo(401);
            assertThat(apache.get("bob", PASSWORD)).isEqualTo(200);
        }
    }

    @Test
    void bindsAreInTheAuditLog() {
        tools().as("bob", PASSWORD).whoami();
        tools().as("bob", "wrong").whoami();
        assertThat(administrator.list("events/events/?action=login&username=bob"))
                .isNotEmpty();
        assertThat(administrator.list("events/events/?action=login_failed")).isNotEmpty();
    }

    @Test
    void speaksTls() {
        for (LdapTools tools : List.of(tools().withStartTls(), LdapTools.encrypted(server))) {
            Command answer = tools.as("alice", PASSWORD).whoami();
            assertThat(answer.exitCode()).as(answer.output()).isZero();
        }
    }

    @Test
    void comparesAndPages() {
        assertThat(admin().compare("cn=staff,ou=groups," + BASE, "member:" + user("alice"))
                        .output())
                .contains("TRUE");
        assertThat(admin().compare(user("alice"), "uid:bob").output()).contains("FALSE");
        Command paged = admin().search("-E", "pr=2/noprompt", "-b", "ou=users," + BASE, "-s", "one", "1.1");
        assertThat(paged.output()).contains("dn: " + user("alice"), "dn: " + user("bob"), "dn: " + user("admin"));
        Command few = admin().search("-z", "1", "-b", "ou=users," + BASE, "-s", "one", "1.1");
        assertThat(few.exitCode()).as(few.output()).isEqualTo(4);
    }

    @Test
    void tellsAnybodyWhatItIsAndNothingElse() {
        assertThat(tools().search("-b", "", "-s", "base", "namingContexts").output())
                .contains(BASE);
        assertThat(tools().search("-b", "cn=subschema", "-s", "base", "+", "*").output())
                .contains("uidNumber");
        assertThat(tools().search("-b", BASE, "(uid=alice)").exitCode()).isEqualTo(INSUFFICIENT_ACCESS);
    }

    @Test
    void usersSeeThemselves() {
        Command seen = tools().as("alice", PASSWORD).search("-b", "ou=users," + BASE, "-s", "one", "1.1");
        assertThat(seen.output().strip()).isEqualTo("dn: " + user("alice"));
    }

    @Test
    void policiesOfTheApplicationCount() {
        service.user("carol", PASSWORD);
        JsonObject deny = JsonObject.of("name", "nobody-by-ldap").with("expression", "user.username != 'carol'");
        String policy =
                administrator.create("policies/expression/", deny).text("pk").orElseThrow();
        administrator.create(
                "policies/bindings/",
                JsonObject.of("target", service.application())
                        .with("policy", policy)
                        .with("order", 0L));
        Command refused = tools().as("carol", PASSWORD).whoami();
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(INSUFFICIENT_ACCESS);
        assertThat(tools().as("alice", PASSWORD).whoami().exitCode()).isZero();
    }

    @Test
    void aNewPasswordCountsAtOnce() {
        long dave = service.user("dave", PASSWORD);
        assertThat(tools().as("dave", PASSWORD).whoami().exitCode()).isZero();
        service.password(dave, "another pass phrase");
        assertThat(tools().as("dave", PASSWORD).whoami().exitCode()).isEqualTo(INVALID_CREDENTIALS);
        administrator.change("core/users/" + dave + "/", JsonObject.of("is_active", false));
        assertThat(tools().as("dave", "another pass phrase").whoami().exitCode())
                .isEqualTo(INVALID_CREDENTIALS);
    }

    @Test
    void aCodeFollowsThePassword() {
        service.user("erin", PASSWORD);
        Visitor visitor = new Visitor(server.base());
        visitor.signIn("/if/flow/default-authentication-flow/", "erin", PASSWORD);
        String secret = visitor.challenge(SETUP).text("secret").orElseThrow();
        String first = oathtool(secret);
        visitor.answer(SETUP, JsonObject.of("code", first));
        assertThat(tools().as("erin", PASSWORD).whoami().exitCode())
                .as("without a code")
                .isEqualTo(INVALID_CREDENTIALS);
        assertThat(tools().as("erin", PASSWORD + ";" + first).whoami().exitCode())
                .as("the code of the set-up again")
                .isEqualTo(INVALID_CREDENTIALS);
        Condition.await("the app shows another code", Duration.ofSeconds(60), () -> !oathtool(secret)
                .equals(first));
        Command answer = tools().as("erin", PASSWORD + ";" + oathtool(secret)).whoami();
        assertThat(answer.exitCode()).as(answer.output()).isZero();
    }

    private static String oathtool(String secret) {
        Command command = Command.run(
                Path.of("."), Map.of(), Duration.ofSeconds(10), List.of("oathtool", "--totp", "--base32", secret));
        assertThat(command.exitCode()).as(command.output()).isZero();
        return command.output().strip();
    }

    @Test
    void idleConnectionsAndNonsenseHurtNobody() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE; i++) {
                Socket socket = new Socket(
                        InetAddress.getByName("127.0.0.1"), server.ldap(), InetAddress.getByName("127.0.0.2"), 0);
                if (i % 3 == 0) {
                    socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } else if (i % 3 == 1) {
                    socket.getOutputStream().write(new byte[] {0x30, (byte) 0x82, 1, 0, 2, 1});
                }
                idle.add(socket);
            }
            Command answer = tools().as("alice", PASSWORD).whoami();
            assertThat(answer.exitCode()).as(answer.output()).isZero();
            assertThat(server.ready()).isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static LdapTools tools() {
        return LdapTools.of(server);
    }

    private static LdapTools admin() {
        return tools().as("admin", Administrator.PASSWORD);
    }
}
