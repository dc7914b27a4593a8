package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Condition;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.LdapService;
import org.gatewright.itests.support.LdapTools;
import org.gatewright.itests.support.PluginCopy;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs bind and search over LDAP without pause, on connections that stay and on new ones, while the plug-in is swapped; not one notices. */
class LdapSwapIT {

    private static final String PLUGIN = "org.gatewright.outposts.ldap";
    private static final String PASSWORD = "a long pass phrase";
    private static final int PROGRAMS = 6;
    private static final int ROUNDS = 3;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private Distribution server;
    private Administrator administrator;
    private volatile boolean over;

    @BeforeEach
    void start() {
        server = Distribution.unpack()
                .withAdministrator()
                .withCheapHashing()
                .withLdap()
                .with("GATEWRIGHT_PLUGINS__DRAIN", "5")
                .start();
        administrator = new Administrator(server);
        new LdapService(administrator, "old-application").user("alice", PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nobodyNoticesThatTheOutpostIsSwapped() throws InterruptedException, LDAPException {
        ExecutorService threads = Executors.newFixedThreadPool(PROGRAMS);
        try (LDAPConnection kept = connect()) {
            bind(kept);
            for (int number = 0; number < PROGRAMS; number++) {
                boolean pooled = number % 2 == 0;
                threads.execute(() -> work(pooled));
            }
            reach("at first");
            for (int round = 1; round <= ROUNDS; round++) {
                update("2.0." + round);
                act("rollback", JsonObject.empty());
                update("3.0." + round);
                quarantine("3.0." + round);
            }
            search(kept);
        } finally {
            over = true;
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        System.out.println("LDAP during swaps: " + binds + " binds, " + searches + " searches");
        assertThat(failures).isEmpty();
    }

    private void work(boolean pooled) {
        while (!over) {
            try (LDAPConnection connection = connect()) {
                do {
                    bind(connection);
                    search(connection);
                } while (pooled && !over);
            } catch (LDAPException | RuntimeException | AssertionError e) {
                failures.add(e);
            }
        }
    }

    private LDAPConnection connect() throws LDAPException {
        return new LDAPConnection("127.0.0.1", server.ldap());
    }

    private void bind(LDAPConnection connection) throws LDAPException {
        connection.bind(LdapTools.user("alice"), PASSWORD);
        binds.incrementAndGet();
    }

    private void search(LDAPConnection connection) throws LDAPException {
        SearchResult found = connection.search(LdapTools.BASE, SearchScope.SUB, "(&(uid=alice)(objectClass=user))");
        assertThat(found.getEntryCount()).isEqualTo(1);
        searches.incrementAndGet();
    }

    private void update(String version) {
        HttpResponse<String> answer = administrator.upload(PluginCopy.write(server, PLUGIN, version, folder));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        reach("update to " + version);
        assertThat(active()).isEqualTo(version);
    }

    private void quarantine(String version) {
        act("quarantine", JsonObject.of("version", version).with("reason", "It is only a test."));
        assertThat(active()).isNotEqualTo(version);
    }

    private void act(String action, JsonObject fields) {
        HttpResponse<String> answer = administrator.send("POST", "plugins/" + PLUGIN + "/" + action + "/", fields);
        assertThat(answer.statusCode()).as(action + ": " + answer.body()).isEqualTo(200);
        reach(action);
    }

    private String active() {
        return administrator.list("plugins/?page_size=100").stream()
                .filter(one -> one.text("pk").equals(Optional.of(PLUGIN)))
                .filter(one -> one.text("state").equals(Optional.of("active")))
                .findFirst()
                .flatMap(one -> one.text("version"))
                .orElseThrow();
    }

    private void reach(String what) {
        int reached = searches.get();
        Condition.await(
                () -> "programs go on after " + what + ": " + failures,
                SOON,
                () -> searches.get() > reached + 2 * PROGRAMS);
        assertThat(failures).as(what).isEmpty();
    }
}
