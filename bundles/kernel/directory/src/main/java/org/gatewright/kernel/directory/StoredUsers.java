package org.gatewright.kernel.directory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.session.Sessions;
import org.gatewright.port.store.GroupStore;
import org.gatewright.port.store.TokenStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.port.store.UniqueException;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.GatewrightException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Administers users in their store. */
@Component
public final class StoredUsers implements Users {

    private static final String MODEL = "user";

    private final UserStore store;
    private final GroupStore groups;
    private final TokenStore tokens;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Rights rights;
    private final LeasedHashers hashers;
    private final Audit audit;
    private final Clock clock;

    /** Takes its parts. */
    @Activate
    public StoredUsers(
            @Reference UserStore store,
            @Reference GroupStore groups,
            @Reference TokenStore tokens,
            @Reference Sessions sessions,
            @Reference Transactions transactions,
            @Reference Rights rights,
            @Reference LeasedHashers hashers,
            @Reference Audit audit) {
        this(store, groups, tokens, sessions, transactions, rights, hashers, audit, Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public StoredUsers(
            UserStore store,
            GroupStore groups,
            TokenStore tokens,
            Sessions sessions,
            Transactions transactions,
            Rights rights,
            LeasedHashers hashers,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.groups = groups;
        this.tokens = tokens;
        this.sessions = sessions;
        this.transactions = transactions;
        this.rights = rights;
        this.hashers = hashers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<User> byPk(long pk) {
        return store.findByPk(pk);
    }

    @Override
    public Page<User> list(PageRequest page) {
        return store.list(page);
    }

    @Override
    public List<UUID> groupsOf(UUID user) {
        return store.groupsOf(user);
    }

    @Override
    public boolean hasSuperuser() {
        return store.hasSuperuser();
    }

    @Override
    public User create(Actor actor, UserFields given, Optional<SecretText> password) {
        UserFields fields = checked(given);
        password.ifPresent(secret -> FieldRules.password(secret).refuse());
        rights.requirePowerOfGroups(actor, fields.groups());
        Optional<String> hash = password.map(hashers::hash);
        return transactions.call(() -> {
            rights.requirePowerOfGroups(actor, fields.groups());
            User user = unique(() -> store.add(UUID.randomUUID(), fields, clock.instant()));
            audit.created(actor, MODEL, user.id(), user.username());
            hash.ifPresent(text -> store(actor, user, text));
            return user;
        });
    }

    @Override
    public User update(Actor actor, UUID id, UserFields given) {
        UserFields fields = checked(given);
        return transactions.call(() -> {
            User old = existing(id);
            List<UUID> before = store.groupsOf(id);
            rights.requirePowerOver(actor, old);
            rights.requirePowerOfGroups(actor, changed(before, fields.groups()));
            rights.keepingSuperuser(() -> unique(() -> store.replace(id, fields)));
            if (old.active() && !fields.active()) {
                sessions.endAll(id, Optional.empty(), true);
            }
            User user = existing(id);
            audit.updated(actor, MODEL, id, user.username(), differences(old, user, before, fields.groups()));
            return user;
        });
    }

    @Override
    public void setPassword(Actor actor, UUID id, SecretText password) {
        FieldRules.password(password).refuse();
        rights.requirePowerOver(actor, existing(id));
        String hash = hashers.hash(password);
        transactions.run(() -> {
            User user = existing(id);
            rights.requirePowerOver(actor, user);
            store(actor, user, hash);
            sessions.endAll(id, actor.session(), true);
        });
    }

    @Override
    public void delete(Actor actor, UUID id) {
        transactions.run(() -> {
            User user = existing(id);
            rights.requirePowerOver(actor, user);
            sessions.endAll(id, Optional.empty(), true);
            deleteTokens(user);
            rights.keepingSuperuser(() -> store.delete(id));
            audit.deleted(actor, MODEL, id, user.username());
        });
    }

    private void store(Actor actor, User user, String hash) {
        store.setPasswordHash(user.id(), hash, clock.instant());
        audit.passwordSet(actor, user.id(), user.username());
    }

    private void deleteTokens(User user) {
        PageRequest page = new PageRequest(
                1, 100, List.of(), "", java.util.Map.of("user", user.id().toString()));
        List<ApiToken> found = tokens.list(page).items();
        while (!found.isEmpty()) {
            found.forEach(token -> tokens.delete(token.id()));
            found = tokens.list(page).items();
        }
    }

    private UserFields checked(UserFields given) {
        UserFields fields = FieldRules.normalized(given);
        Problems problems = FieldRules.user(fields);
        for (UUID group : fields.groups()) {
            problems.check(groups.find(group).isPresent(), "groups", "There is no group " + group + ".");
        }
        problems.refuse();
        return fields;
    }

    private User existing(UUID id) {
        return store.find(id)
                .orElseThrow(() -> new GatewrightException(CommonError.NOT_FOUND, "There is no such user."));
    }

    private static List<UUID> changed(List<UUID> before, List<UUID> after) {
        List<UUID> changed = new ArrayList<>(after);
        changed.removeAll(before);
        before.stream().filter(id -> !after.contains(id)).forEach(changed::add);
        return changed;
    }

    private static JsonObject differences(User old, User now, List<UUID> before, List<UUID> after) {
        return new Differences()
                .field("username", old.username(), now.username())
                .field("name", old.name(), now.name())
                .field("email", old.email(), now.email())
                .field("is_active", old.active(), now.active())
                .field("type", old.type(), now.type())
                .field("path", old.path(), now.path())
                .field("attributes", old.attributes(), now.attributes())
                .field("groups", Set.copyOf(before), Set.copyOf(after))
                .context();
    }

    private static <T> T unique(Supplier<T> change) {
        try {
            return change.get();
        } catch (UniqueException e) {
            throw "email".equals(e.getMessage())
                    ? new InvalidFieldsException("email", "A user with this e-mail address exists.")
                    : new InvalidFieldsException("username", "A user with this user name exists.");
        }
    }
}
