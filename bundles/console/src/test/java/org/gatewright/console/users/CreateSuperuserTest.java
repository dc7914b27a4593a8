package org.gatewright.console.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.gatewright.json.JsonText;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.junit.jupiter.api.Test;

class CreateSuperuserTest {

    private final FakeDirectory directory = new FakeDirectory();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Deque<String> typed = new ArrayDeque<>();

    private String run(String... options) throws Exception {
        printed.reset();
        CommandLines.command(
                        new CreateSuperuser(),
                        options,
                        directory.users(),
                        directory.groups(),
                        directory.directory(),
                        directory.transactions(),
                        session())
                .execute();
        return printed.toString(UTF_8);
    }

    private Session session() {
        PrintStream console = new PrintStream(printed, true, UTF_8);
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConsole" -> console;
                    case "readLine" -> typed.remove();
                    default -> throw new AssertionError(method.getName());
                });
    }

    private List<User> users() {
        return directory.users().list(PageRequest.first()).items();
    }

    @Test
    void createsAUserWhoMayDoEverything() throws Exception {
        assertThat(run("--email", "ann@example.org", "--password", "correct horse"))
                .contains("created");

        assertThat(users()).singleElement().satisfies(user -> {
            assertThat(user.username()).isEqualTo("ann@example.org");
            assertThat(user.email()).isEqualTo("ann@example.org");
            assertThat(user.superuser()).isTrue();
            assertThat(user.active()).isTrue();
            assertThat(directory.password(user.id())).hasValue("correct horse");
        });
    }

    @Test
    void changesNothingTheSecondTime() throws Exception {
        run("--email", "ann@example.org", "--password", "correct horse");
        List<User> before = users();

        assertThat(run("--email", "ANN@example.org", "--password", "another one"))
                .contains("Nothing was changed");

        assertThat(users()).isEqualTo(before);
        assertThat(directory.password(before.get(0).id())).hasValue("correct horse");
    }

    @Test
    void putsTheNextOneInTheSameGroup() throws Exception {
        run("--email", "ann@example.org", "--password", "correct horse");
        run("--email", "bob@example.org", "--password", "correct horse");

        assertThat(users()).hasSize(2).allMatch(User::superuser);
        assertThat(directory.groups().list(PageRequest.first()).items())
                .singleElement()
                .extracting(Group::members)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void asksForWhatIsNotGiven() throws Exception {
        typed.addAll(List.of("ann@example.org", "correct horse"));

        run();

        assertThat(users()).singleElement().satisfies(user -> assertThat(directory.password(user.id()))
                .hasValue("correct horse"));
    }

    @Test
    void createsNeitherGroupNorUserIfThePasswordIsRefused() {
        directory.refusePasswords();

        assertThat(org.assertj.core.api.Assertions.catchException(
                        () -> run("--email", "ann@example.org", "--password", "x")))
                .isNotNull();

        assertThat(users()).isEmpty();
        assertThat(directory.groups().list(PageRequest.first()).items()).isEmpty();
    }

    @Test
    void makesTheUserASuperuserThoughAGroupOfThatNameIsNoSuch() throws Exception {
        directory
                .groups()
                .create(
                        org.gatewright.port.directory.Actor.system(),
                        new GroupFields("Gatewright Admins", false, List.of(), List.of(), JsonObject.empty()));

        run("--email", "ann@example.org", "--password", "correct horse");

        assertThat(users()).singleElement().matches(User::superuser);
    }

    @Test
    void reportsJson() throws Exception {
        JsonObject report = JsonText.read(run("--email", "ann@example.org", "--password", "correct horse", "--json"));

        assertThat(report.text("username")).hasValue("ann@example.org");
        assertThat(report.bool("superuser")).hasValue(true);
        assertThat(report.text("message")).isPresent();
        assertThat(report.has("password")).isFalse();
    }
}
