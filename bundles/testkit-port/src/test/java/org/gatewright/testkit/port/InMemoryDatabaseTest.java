package org.gatewright.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.store.UniqueException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.session.Grant;
import org.junit.jupiter.api.Test;

class InMemoryDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final InMemoryDatabase database = new InMemoryDatabase();

    @Test
    void aFailedTransactionLeavesNothingBehind() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    addUser("ada", List.of());
                    database.singleUse().claim("once", NOW);
                    database.transactions().afterCommit(() -> ran.add("after"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(database.users().list(PageRequest.first()).total()).isZero();
        assertThat(database.singleUse().claim("once", NOW)).isTrue();
        assertThat(ran).isEmpty();
    }

    @Test
    void aTransactionAfterAUniqueExceptionCannotCommit() {
        addUser("ada", List.of());
        assertThatThrownBy(() -> database.transactions().run(() -> {
                    addUser("bob", List.of());
                    assertThatThrownBy(() -> addUser("ADA", List.of()))
                            .isInstanceOf(UniqueException.class)
                            .hasMessage("username");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(database.users().list(PageRequest.first()).total()).isEqualTo(1);
    }

    @Test
    void worksAfterTheCommitSeeIt() {
        List<Long> seen = new ArrayList<>();
        database.transactions().run(() -> {
            database.transactions()
                    .afterCommit(() ->
                            seen.add(database.users().list(PageRequest.first()).total()));
            addUser("ada", List.of());
        });
        assertThat(seen).containsExactly(1L);
    }

    @Test
    void membersOfNestedGroupsAreSuperusers() {
        UUID admins = addGroup("admins", true, List.of());
        UUID night = addGroup("night shift", false, List.of(admins));
        UUID ada = addUser("ada", List.of(night));
        assertThat(database.users().find(ada).orElseThrow().superuser()).isTrue();
        assertThat(database.groups().allOf(ada))
                .extracting(group -> group.fields().name())
                .containsExactly("admins", "night shift");
        database.groups().delete(admins);
        assertThat(database.users().find(ada).orElseThrow().superuser()).isFalse();
    }

    @Test
    void ofManyWhoUseAValueOneWins() throws Exception {
        database.singleUse().add("hash", "code", "{}", NOW.plusSeconds(60));
        Callable<Boolean> use = () -> database.singleUse().use("hash", "code", NOW);
        var threads = Executors.newFixedThreadPool(8);
        int won = 0;
        for (Future<Boolean> attempt : threads.invokeAll(java.util.Collections.nCopies(64, use))) {
            won += attempt.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(won).isEqualTo(1);
    }

    @Test
    void aRevocationWinsOverALaterGrant() {
        Grant grant = new Grant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.empty(),
                Optional.empty(),
                false,
                Set.of("openid"),
                JsonObject.empty(),
                NOW,
                NOW.plusSeconds(60));
        assertThat(database.grants().revoke(grant.id())).isFalse();
        database.grants().add(grant);
        assertThat(database.grants().findAlive(grant.id(), NOW)).isEmpty();
    }

    @Test
    void listsAreOrderedFilteredSearchedAndCut() {
        addUser("ada", List.of());
        addUser("bob", List.of());
        addUser("eva", List.of());
        var page = database.users().list(new PageRequest(1, 1, List.of("-username"), "A", java.util.Map.of()));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.items()).extracting(user -> user.username()).containsExactly("eva");
    }

    private UUID addUser(String name, List<UUID> groups) {
        UUID id = UUID.randomUUID();
        database.users()
                .add(
                        id,
                        new UserFields(name, name, "", true, UserType.INTERNAL, "users", JsonObject.empty(), groups),
                        NOW);
        return id;
    }

    private UUID addGroup(String name, boolean superuser, List<UUID> parents) {
        UUID id = UUID.randomUUID();
        database.groups().add(id, new GroupFields(name, superuser, parents, List.of(), JsonObject.empty()));
        return id;
    }
}
