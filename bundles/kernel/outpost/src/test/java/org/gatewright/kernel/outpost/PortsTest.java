package org.gatewright.kernel.outpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.gatewright.kernel.outpost.ConnectionLimits.Times;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.testkit.port.FakeSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Times PATIENT = new Times(LONG, LONG, LONG, LONG);

    private final EchoDispatcher dispatcher = new EchoDispatcher();
    private Optional<Ports> opened = Optional.empty();

    private Ports open(ConnectionLimits limits) {
        FakeSettings settings =
                new FakeSettings().with("listen", "plain", "127.0.0.1:0").with("listen", "secure", "127.0.0.1:0");
        Ports ports = new Ports(dispatcher, settings, TestTls::context, limits);
        opened = Optional.of(ports);
        return ports;
    }

    private Caller call(Times times) throws IOException {
        return new Caller(open(limits(10, times)).number("plain").orElseThrow());
    }

    private static ConnectionLimits limits(int connections, Times times) {
        return new ConnectionLimits(connections, connections, 100, 2, times);
    }

    @AfterEach
    void close() {
        opened.ifPresent(Ports::close);
    }

    @Test
    void answersMessageAfterMessage() throws IOException {
        try (Caller caller = call(PATIENT)) {
            assertThat(caller.say("one").hear()).contains("one");
            caller.send((byte) 4, (byte) 't');
            assertThat(caller.send((byte) 'w', (byte) 'o').hear()).contains("two");
            assertThat(caller.say("bye").hear()).contains("bye");
            assertThat(caller.hear()).isEmpty();
        }
        await(() -> dispatcher.ended.get() == 1);
    }

    @Test
    void endsWhatHangsOffAConnectionThatBreaks() throws IOException {
        call(PATIENT).send((byte) 9, (byte) 'x').close();
        await(() -> dispatcher.ended.get() == 1
                && opened.orElseThrow().connections().count() == 0);
    }

    @Test
    void saysWhyItHangsUp() throws IOException {
        try (Caller caller = call(PATIENT)) {
            assertThat(caller.send((byte) 0, (byte) 0).hear()).contains("MALFORMED");
            assertThat(caller.hear()).isEmpty();
        }
        int port = opened.orElseThrow().number("plain").orElseThrow();
        try (Caller caller = new Caller(port)) {
            assertThat(caller.send((byte) 255, (byte) 0).hear()).contains("TOO_LONG");
            assertThat(caller.hear()).isEmpty();
        }
        try (Caller caller = new Caller(port)) {
            assertThat(caller.say("fail").hear()).contains("UNAVAILABLE");
            assertThat(caller.hear()).isEmpty();
        }
    }

    @Test
    void speaksTlsFromTheBeginning() throws IOException, GeneralSecurityException {
        int port = open(limits(10, PATIENT)).number("secure").orElseThrow();
        try (Caller caller = new Caller(port).secure()) {
            assertThat(caller.say("one").hear()).contains("one");
        }
    }

    @Test
    void speaksTlsFromAMessageOn() throws IOException, GeneralSecurityException {
        try (Caller caller = call(PATIENT)) {
            assertThat(caller.say("tls").hear()).contains("tls");
            assertThat(caller.secure().say("one").hear()).contains("one (tls)");
        }
    }

    @Test
    void takesNothingThatWasSentInTheClearForEncrypted() throws IOException {
        try (Caller caller = call(new Times(LONG, LONG, SHORT, LONG))) {
            caller.send((byte) 4, (byte) 't', (byte) 'l', (byte) 's', (byte) 4, (byte) 'o', (byte) 'n', (byte) 'e');
            assertThat(caller.hear()).contains("tls");
            assertThat(caller.hear().filter(line -> line.contains("one"))).isEmpty();
        }
    }

    @Test
    void hangsUpOnWhoSendsHalfAMessage() throws IOException {
        try (Caller caller = call(new Times(LONG, LONG, SHORT, LONG))) {
            assertThat(caller.send((byte) 9, (byte) 'x').hear()).isEmpty();
        }
    }

    @Test
    void hangsUpOnStrangersWhoSayNothing() throws IOException {
        try (Caller caller = call(new Times(SHORT, LONG, LONG, LONG))) {
            assertThat(caller.hear()).isEmpty();
        }
    }

    @Test
    void waitsLongerForWhoHasSignedIn() throws IOException {
        try (Caller caller = call(new Times(SHORT, LONG, LONG, LONG))) {
            caller.say("sign in").hear();
            LockSupport.parkNanos(SHORT.multipliedBy(3).toNanos());
            assertThat(caller.say("one").hear()).contains("one");
        }
    }

    @Test
    void hangsUpOnWhoDoesNotRead() throws IOException {
        try (Caller caller = call(new Times(LONG, LONG, LONG, SHORT))) {
            caller.say("flood");
            await(() -> dispatcher.ended.get() == 1);
        }
    }

    @Test
    void aStrangerMakesRoomForTheNextOne() throws IOException {
        int port = open(limits(2, PATIENT)).number("plain").orElseThrow();
        try (Caller first = new Caller(port);
                Caller second = new Caller(port, "127.0.0.2")) {
            first.say("sign in").hear();
            second.say("one").hear();
            await(() -> opened.orElseThrow().connections().count() == 2);
            try (Caller third = new Caller(port, "127.0.0.3")) {
                assertThat(third.say("three").hear()).contains("three");
            }
            assertThat(second.hear()).isEmpty();
            assertThat(first.say("one").hear()).contains("one");
        }
    }

    @Test
    void oneAddressHasNotAllPlaces() throws IOException {
        ConnectionLimits few = new ConnectionLimits(10, 2, 100, 2, PATIENT);
        int port = open(few).number("plain").orElseThrow();
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            callers.add(new Caller(port).say("one"));
            callers.get(i).hear();
        }
        try (Caller tooMany = new Caller(port);
                Caller other = new Caller(port, "127.0.0.2")) {
            assertThat(tooMany.hear()).isEmpty();
            assertThat(other.say("one").hear()).contains("one");
        }
        for (Caller caller : callers) {
            caller.close();
        }
    }

    @Test
    void messagesWaitUntilThereIsRoom() throws Exception {
        int port = open(new ConnectionLimits(10, 10, 100, 1, PATIENT))
                .number("plain")
                .orElseThrow();
        try (Caller slow = new Caller(port);
                Caller next = new Caller(port)) {
            slow.say("wait");
            dispatcher.busy.await();
            next.say("one");
            dispatcher.goOn.countDown();
            assertThat(slow.hear()).contains("wait");
            assertThat(next.hear()).contains("one");
        }
    }

    @Test
    void staysOpenWithoutAnOutpost() throws IOException {
        Ports ports = open(limits(10, PATIENT));
        int port = ports.number("plain").orElseThrow();
        dispatcher.wanted = List.of();
        ports.catalogueChanged(new CatalogueSnapshot(List.of(), List.of()));
        try (Caller caller = new Caller(port)) {
            assertThat(caller.say("one").hear()).contains("one");
        }
        assertThat(ports.number("plain")).contains(port);
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            FakeSettings settings = new FakeSettings().with("listen", "plain", "0.0.0.0:" + other.getLocalPort());
            Ports ports = new Ports(dispatcher, settings, TestTls::context, limits(10, PATIENT));
            opened = Optional.of(ports);
            assertThat(ports.check().ready()).isFalse();
            assertThat(ports.check().message()).contains("" + other.getLocalPort());
        }
    }

    @Test
    void opensNothingThatIsSwitchedOff() {
        Ports ports = new Ports(dispatcher, new FakeSettings(), TestTls::context, limits(10, PATIENT));
        opened = Optional.of(ports);
        assertThat(ports.number("plain")).isEmpty();
        assertThat(ports.check().ready()).isTrue();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
