package org.gatewright.kernel.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.spi.authenticator.Device;
import org.gatewright.spi.authenticator.EnrolmentContext;
import org.gatewright.spi.authenticator.ProofContext;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;

/** What a method of a second factor sees during one call. */
class MethodContext {

    private final Turn turn;
    private final ConfigurationObject instance;
    private final User user;
    private final JsonObject state;

    MethodContext(Turn turn, ConfigurationObject instance, User user, JsonObject state) {
        this.turn = turn;
        this.instance = instance;
        this.user = user;
        this.state = state;
    }

    public <S extends Record> S settings(Class<S> type) {
        return VisitContext.settings(turn, instance, type);
    }

    public User user() {
        return user;
    }

    public JsonObject state() {
        return state;
    }

    public ClientInfo client() {
        return turn.client();
    }

    public Instant now() {
        return turn.now();
    }

    /** While a device is added. */
    static final class Enrolling extends MethodContext implements EnrolmentContext {

        private final String issuer;
        private final Optional<JsonObject> answers;

        Enrolling(Turn turn, ConfigurationObject instance, User user, JsonObject state, Optional<JsonObject> answers) {
            super(turn, instance, user, state);
            this.issuer = turn.configuration()
                    .brand(turn.client().origin().getHost())
                    .value()
                    .brandingTitle();
            this.answers = answers;
        }

        @Override
        public String issuer() {
            return issuer;
        }

        @Override
        public Optional<JsonObject> answers() {
            return answers;
        }
    }

    /** While a device is used. */
    static final class Proving extends MethodContext implements ProofContext {

        private final List<Device> devices;
        private final JsonObject answers;

        /** @param devices the chosen one first */
        Proving(MethodContext common, List<Device> devices, JsonObject answers) {
            super(common.turn, common.instance, common.user, common.state);
            this.devices = List.copyOf(devices);
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
