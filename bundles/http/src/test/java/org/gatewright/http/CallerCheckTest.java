package org.gatewright.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletResponse;
import org.gatewright.http.request.BadRequestException;
import org.gatewright.http.request.BoundedBody;
import org.gatewright.http.request.Exchange;
import org.gatewright.http.request.FakeRequest;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiTokens;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.Test;

/** Only who may install plug-ins can send more than anybody. */
class CallerCheckTest {

    private static final String PLUGINS = "/api/v3/plugins/";
    private static final byte[] SMALL = new byte[10];
    private static final byte[] LARGE = new byte[20];
    private static final byte[] HUGE = new byte[31];

    private final BodyLimits limits =
            new BodyLimits(new FakeSettings().with("http", "max_body", "10").with("plugins", "max_artifact", "30"));
    private final CallerCheck check = new CallerCheck(
            fake(ApiTokens.class), fake(Sessions.class), fake(Directory.class), new AdministratorsOnly(), limits);
    private int status;

    private FakeRequest request(String token, byte[] body) {
        FakeRequest request = new FakeRequest("192.0.2.1").post(body, -1);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Exchange exchange(FakeRequest request, String path) {
        ClientInfo client = new ClientInfo("192.0.2.1", "", URI.create("http://localhost:9000"));
        return new Exchange(new BoundedBody(request.build()), response(), path, client, Map.of(), "1");
    }

    private int admitted(String token, byte[] body) throws IOException {
        Exchange exchange = exchange(request(token, body), PLUGINS);
        assertThat(check.admits(exchange)).isTrue();
        try (InputStream read = exchange.request().getInputStream()) {
            return read.readAllBytes().length;
        }
    }

    @Test
    void takesAPluginFromWhoMayInstallIt() throws IOException {
        assertThat(admitted("administrator", LARGE)).isEqualTo(LARGE.length);
    }

    @Test
    void takesNoMoreThanAPluginMayHave() {
        assertThatThrownBy(() -> admitted("administrator", HUGE))
                .isInstanceOfSatisfying(
                        BadRequestException.class, e -> assertThat(e.status()).isEqualTo(413))
                .satisfies(e -> assertThat(((BadRequestException) e).sentence()).contains("30 bytes"));
    }

    @Test
    void takesFromOthersWhatAnybodyMaySend() throws IOException {
        assertThat(admitted("user", SMALL)).isEqualTo(SMALL.length);
        assertThat(admitted("", SMALL)).isEqualTo(SMALL.length);
    }

    @Test
    void refusesTooMuchFromOthersWithoutReadingIt() {
        for (String token : new String[] {"user", ""}) {
            FakeRequest request = request(token, HUGE);
            assertThatThrownBy(() -> check.admits(exchange(request, PLUGINS)))
                    .isInstanceOfSatisfying(BadRequestException.class, e -> assertThat(e.status())
                            .isEqualTo(413));
            assertThat(request.read()).isEqualTo(11);
        }
    }

    @Test
    void readsNothingFromWhoGivesAWrongToken() throws IOException {
        FakeRequest request = request("wrong", SMALL);

        assertThat(check.admits(exchange(request, PLUGINS))).isFalse();

        assertThat(status).isEqualTo(403);
        assertThat(request.read()).isZero();
    }

    @Test
    void noOtherAddressDependsOnTheCaller() {
        assertThat(limits.dependOnCaller("POST", PLUGINS)).isTrue();
        assertThat(limits.dependOnCaller("PUT", PLUGINS)).isFalse();
        assertThat(limits.dependOnCaller("POST", "/api/v3/plugins/x/rollback/")).isFalse();
        assertThat(limits.dependOnCaller("POST", "/api/v3/core/users/")).isFalse();
    }

    @Test
    void aPluginMayAlwaysHaveWhatAnybodyMaySend() {
        BodyLimits small =
                new BodyLimits(new FakeSettings().with("http", "max_body", "10").with("plugins", "max_artifact", "5"));
        assertThat(small.artifact()).isEqualTo(10);
        assertThat(new BodyLimits(new FakeSettings()).usual()).isEqualTo(1 << 20);
        assertThat(new BodyLimits(new FakeSettings()).artifact()).isEqualTo(64 << 20);
    }

    /** Who is named so may do everything. */
    private static final class AdministratorsOnly implements AccessControl {
        @Override
        public boolean allows(Actor actor, Permission permission) {
            return permission.equals(Permission.of("add", "plugin"))
                    && actor.user()
                            .filter(user -> user.username().equals("administrator"))
                            .isPresent();
        }

        @Override
        public void require(Actor actor, Permission permission) {
            throw new AssertionError("the entry asks, the API requires");
        }
    }

    private static User user(String name) {
        return new User(
                UUID.randomUUID(),
                1,
                name,
                "",
                "",
                true,
                false,
                UserType.INTERNAL,
                "users",
                JsonObject.empty(),
                Optional.empty(),
                Instant.EPOCH);
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setStatus")) {
                        status = (int) arguments[0];
                    }
                    return method.getName().equals("getOutputStream") ? new Sink() : null;
                });
    }

    /** Knows the token of anybody but {@code wrong}; anything else that is asked fails the test. */
    private static <T> T fake(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("authenticate")) {
                        return Optional.of(user(arguments[0].toString()))
                                .filter(user -> !user.username().equals("wrong"));
                    }
                    throw new AssertionError(method.getName());
                }));
    }

    private static final class Sink extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new AssertionError("nobody waits for the answer");
        }
    }
}
