package org.gatewright.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gatewright.spi.data.JsonObject;

/** People who sign in without pause, to the token, the userinfo and a renewed token, and machines that get tokens beside them. */
public final class Rush implements AutoCloseable {

    private static final String PASSWORD = "a password of the rush";
    private static final String SAML_PARTY = "rush-saml";

    private final Distribution server;
    private final ExecutorService threads;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger signIns = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile boolean over;

    /** Begins with so many clients, every fourth of them a machine. */
    public Rush(Distribution server, int clients) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(clients);
        Administrator administrator = new Administrator(server);
        Client app = Client.register(administrator, "rush", "http://localhost:5000/cb", JsonObject.empty());
        Client machine = Client.register(
                administrator,
                "rush-machine",
                "http://localhost:5001/cb",
                JsonObject.of("grant_types", List.of("client_credentials")));
        samlParty(administrator);
        List<String> people = Load.people(server, clients, PASSWORD);
        IntStream.range(0, clients)
                .forEach(number -> threads.execute(() ->
                        repeat(number % 4 == 3 ? () -> getToken(machine) : () -> signIn(app, people.get(number)))));
    }

    private static void samlParty(Administrator administrator) {
        JsonObject provider = administrator.create(
                "providers/saml/",
                JsonObject.of("name", SAML_PARTY)
                        .with("acs_url", "http://localhost:5002/acs")
                        .with("audience", SAML_PARTY));
        administrator.create(
                "core/applications/",
                JsonObject.of("name", SAML_PARTY)
                        .with("slug", SAML_PARTY)
                        .with("provider", provider.get("pk").orElseThrow()));
    }

    private void repeat(Runnable errand) {
        while (!over) {
            try {
                errand.run();
            } catch (RuntimeException | AssertionError e) {
                failures.add(e);
            }
        }
    }

    private void signIn(Client app, String user) {
        Visitor visitor = new Visitor(server.base());
        HttpResponse<String> issued = app.exchange(visitor, app.code(visitor, user, PASSWORD, Map.of()), Map.of());
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
        HttpResponse<String> info = visitor.get(
                "/application/o/userinfo/", "Authorization", "Bearer " + Client.member(issued, "access_token"));
        assertThat(info.statusCode()).as(info.body()).isEqualTo(200);
        HttpResponse<String> renewed = app.refresh(visitor, Client.member(issued, "refresh_token"));
        assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
        HttpResponse<String> saml = visitor.get("/application/saml/" + SAML_PARTY + "/sso/binding/init/");
        assertThat(saml.statusCode()).as(saml.body()).isEqualTo(200);
        assertThat(saml.body()).contains("SAMLResponse");
        signIns.incrementAndGet();
    }

    private void getToken(Client machine) {
        HttpResponse<String> issued =
                machine.token(new Visitor(server.base()), Map.of("grant_type", "client_credentials"));
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(200);
        tokens.incrementAndGet();
    }

    /** Returns what went wrong so far. */
    public Queue<Throwable> failures() {
        return failures;
    }

    /** Says how far they got. */
    public String summary() {
        return signIns + " sign-ins and " + tokens + " tokens for machines";
    }

    /** Returns the number of sign-ins that went all the way. */
    public int signIns() {
        return signIns.get();
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
}
