package org.gatewright.kernel.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.directory.Role;
import org.gatewright.port.directory.UserFields;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.Criterion;
import org.gatewright.spi.directory.DirectoryView;
import org.gatewright.spi.directory.Group;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserProperty;
import org.gatewright.spi.directory.UserType;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.junit.jupiter.api.Test;

class PermittedViewsTest {

    private static final UUID PROVIDER = UUID.randomUUID();
    private static final int MANY = 10;

    private final InMemoryDatabase database = new InMemoryDatabase();
    private final PermittedViews views =
            new PermittedViews(new RoleAccessControl(database.groups()), database.directorySearch());
    private final UUID staff = group("staff", List.of());
    private final UUID secret = group("secret", List.of());
    private final User ann = user("ann", staff);
    private final User bob = user("bob", staff, secret);

    @Test
    void aUserSeesThemselvesAndTheirGroups() {
        DirectoryView view = view(ann);
        assertThat(view.users(Criterion.always(), 0, MANY)).containsExactly(ann);
        assertThat(view.groups(Criterion.always(), "", MANY))
                .extracting(Group::name)
                .containsExactly("staff");
        assertThat(view.members(staff)).containsExactly("ann");
        assertThat(view.groupsOf(List.of(ann.id(), bob.id()))).containsOnlyKeys(ann.id());
    }

    @Test
    void aUserFindsNothingOfOthersByAnyCriterion() {
        DirectoryView view = view(ann);
        assertThat(view.users(new Criterion.Is<>(UserProperty.USERNAME, "bob"), 0, MANY))
                .isEmpty();
        assertThat(view.users(
                        new Criterion.Any<UserProperty>(List.of(Criterion.always(), Criterion.never())),
                        ann.pk(),
                        MANY))
                .isEmpty();
        assertThat(view.members(secret)).isEmpty();
    }

    @Test
    void aRoleMaySayThatSomebodySeesAll() {
        Role role = new Role(
                UUID.randomUUID(),
                "search",
                List.of(new Permission("search_full_directory", "provider", Optional.of(PROVIDER))));
        database.groups().saveRole(role);
        User service = user("service", group("searchers", List.of(role.id())));
        assertThat(view(service).users(Criterion.always(), 0, MANY)).containsExactly(ann, bob, service);
        assertThat(view(service).members(staff)).containsExactly("ann", "bob");
        assertThat(views.of(new Actor(Optional.of(service), ""), UUID.randomUUID())
                        .users(Criterion.always(), 0, MANY))
                .containsExactly(service);
    }

    @Test
    void aVisitorSeesNothing() {
        DirectoryView view = views.of(new Actor(Optional.empty(), ""), PROVIDER);
        assertThat(view.users(Criterion.always(), 0, MANY)).isEmpty();
        assertThat(view.groups(Criterion.always(), "", MANY)).isEmpty();
        assertThat(view.members(staff)).isEmpty();
        assertThat(view.groupsOf(List.of(ann.id()))).isEmpty();
    }

    @Test
    void givesNotTooManyAtOnce() {
        assertThatThrownBy(() -> view(ann).users(Criterion.always(), 0, DirectoryView.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> views.of(Actor.system(), PROVIDER).groups(Criterion.always(), "", 501))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private DirectoryView view(User user) {
        return views.of(new Actor(Optional.of(user), "192.0.2.1"), PROVIDER);
    }

    private UUID group(String name, List<UUID> roles) {
        return database.groups()
                .add(UUID.randomUUID(), new GroupFields(name, false, List.of(), roles, JsonObject.empty()))
                .id();
    }

    private User user(String name, UUID... groups) {
        UserFields fields =
                new UserFields(name, name, "", true, UserType.INTERNAL, "users", JsonObject.empty(), List.of(groups));
        return database.users().add(UUID.randomUUID(), fields, Instant.EPOCH);
    }
}
