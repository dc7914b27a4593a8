package org.gatewright.testkit.authenticator;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatewright.spi.authenticator.Device;
import org.gatewright.spi.authenticator.EnrolmentContext;
import org.gatewright.spi.authenticator.ProofContext;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.testkit.directory.TestUsers;

/**
 * One call of a method of a second factor, described by a test. Immutable; every method returns another one.
 *
 * @since 1.0
 */
public final class FakeMethodContext {

    /** What the server is called. */
    public static final String ISSUER = "Example: Ltd. & Söhne";

    /** When {@link #with} is. */
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final User ALICE = TestUsers.active("alice");

    private final Record settings;
    private final JsonObject state;
    private final Instant now;

    private FakeMethodContext(Record settings, JsonObject state, Instant now) {
        this.settings = settings;
        this.state = state;
        this.now = now;
    }

    /** A first call. */
    public static FakeMethodContext with(Record settings) {
        return new FakeMethodContext(settings, JsonObject.empty(), NOW);
    }

    /** With what the method kept. */
    public FakeMethodContext state(JsonObject kept) {
        return new FakeMethodContext(settings, kept, now);
    }

    /** At another moment. */
    public FakeMethodContext at(Instant moment) {
        return new FakeMethodContext(settings, state, moment);
    }

    /** While a device is added; without answers the page is only shown. */
    public EnrolmentContext enrolling(Optional<JsonObject> answers) {
        return new Enrolling(this, answers);
    }

    /** While the first of the devices is used. */
    public ProofContext proving(List<Device> devices, JsonObject answers) {
        return new Proving(this, devices, answers);
    }

    private record Enrolling(FakeMethodContext call, Optional<JsonObject> answers) implements EnrolmentContext {
        @Override
        public <S extends Record> S settings(Class<S> type) {
            return type.cast(call.settings);
        }

        @Override
        public User user() {
            return ALICE;
        }

        @Override
        public String issuer() {
            return ISSUER;
        }

        @Override
        public JsonObject state() {
            return call.state;
        }

        @Override
        public ClientInfo client() {
            return FakeMethodContext.client();
        }

        @Override
        public Instant now() {
            return call.now;
        }
    }

    private record Proving(FakeMethodContext call, List<Device> devices, JsonObject answers) implements ProofContext {
        @Override
        public <S extends Record> S settings(Class<S> type) {
            return type.cast(call.settings);
        }

        @Override
        public User user() {
            return ALICE;
        }

        @Override
        public Device device() {
            return devices.get(0);
        }

        @Override
        public JsonObject state() {
            return call.state;
        }

        @Override
        public ClientInfo client() {
            return FakeMethodContext.client();
        }

        @Override
        public Instant now() {
            return call.now;
        }
    }

    private static ClientInfo client() {
        return new ClientInfo("192.0.2.1", "test browser", URI.create("https://id.example.org"));
    }
}
