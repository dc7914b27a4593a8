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
    private static final ClientInfo CLIENT =
            new ClientInfo("192.0.2.1", "test browser", URI.create("https://id.example.org"));

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

    /** What all calls are told. */
    private abstract static class Call {

        private final FakeMethodContext about;

        Call(FakeMethodContext about) {
            this.about = about;
        }

        public <S extends Record> S settings(Class<S> type) {
            return type.cast(about.settings);
        }

        public User user() {
            return ALICE;
        }

        public JsonObject state() {
            return about.state;
        }

        public ClientInfo client() {
            return CLIENT;
        }

        public Instant now() {
            return about.now;
        }
    }

    private static final class Enrolling extends Call implements EnrolmentContext {

        private final Optional<JsonObject> answers;

        Enrolling(FakeMethodContext about, Optional<JsonObject> answers) {
            super(about);
            this.answers = answers;
        }

        @Override
        public String issuer() {
            return ISSUER;
        }

        @Override
        public Optional<JsonObject> answers() {
            return answers;
        }
    }

    private static final class Proving extends Call implements ProofContext {

        private final List<Device> devices;
        private final JsonObject answers;

        Proving(FakeMethodContext about, List<Device> devices, JsonObject answers) {
            super(about);
            this.devices = devices;
            this.answers = answers;
        }

        @Override
        public Device device() {
            return devices.get(0);
        }

        @Override
        public List<Device> devices() {
            return devices;
        }

        @Override
        public JsonObject answers() {
            return answers;
        }
    }
}
