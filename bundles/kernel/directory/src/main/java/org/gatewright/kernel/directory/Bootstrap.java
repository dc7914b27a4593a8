package org.gatewright.kernel.directory;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.ApiTokens;
import org.gatewright.port.directory.Group;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.directory.Users;
import org.gatewright.port.settings.Settings;
import org.gatewright.port.store.SingleUseStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserField;
import org.gatewright.spi.directory.UserType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first administrator from the settings {@code GATEWRIGHT_BOOTSTRAP_*}, once in the life of an installation. */
@Component(service = Bootstrap.class)
public final class Bootstrap {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final String ADMIN = "admin";
    private static final String ADMINS = "Gatewright Admins";
    private static final String TOKEN = "gatewright-bootstrap-token";

    private final Map<String, String> given = new LinkedHashMap<>();
    private final Directory directory;
    private final Users users;
    private final Groups groups;
    private final ApiTokens tokens;
    private final SingleUseStore claims;
    private final Transactions transactions;
    private final Clock clock;

    /** Takes its parts. */
    @Activate
    public Bootstrap(
            @Reference Settings settings,
            @Reference Directory directory,
            @Reference Users users,
            @Reference Groups groups,
            @Reference ApiTokens tokens,
            @Reference SingleUseStore claims,
            @Reference Transactions transactions) {
        this(settings, directory, users, groups, tokens, claims, transactions, Clock.systemUTC());
    }

    Bootstrap(
            Settings settings,
            Directory directory,
            Users users,
            Groups groups,
            ApiTokens tokens,
            SingleUseStore claims,
            Transactions transactions,
            Clock clock) {
        for (String key : List.of("password", "email", "token")) {
            settings.get("bootstrap", key).ifPresent(value -> given.put(key, value));
        }
        this.directory = directory;
        this.users = users;
        this.groups = groups;
        this.tokens = tokens;
        this.claims = claims;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells whether the settings ask for an administrator. */
    boolean isWanted() {
        return given.containsKey("password") || given.containsKey("token");
    }

    /** Tells whether there is an address that nothing can be done with. */
    boolean isAddressOnly() {
        return given.containsKey("email") && !isWanted();
    }

    /** Makes the administrator unless that was done before, or there is one; all of it or nothing. */
    void run() {
        transactions.run(() -> {
            if (!claims.claim("bootstrap", clock.instant())) {
                return;
            }
            if (users.hasSuperuser()) {
                transactions.afterCommit(() ->
                        LOG.info("GATEWRIGHT_BOOTSTRAP_* is ignored: this installation has an administrator already"));
                return;
            }
            claims.claim("initial-setup", clock.instant());
            make();
            transactions.afterCommit(this::tell);
        });
    }

    private void make() {
        UUID group = admins();
        User user = directory
                .find(ADMIN, java.util.Set.of(UserField.USERNAME), true)
                .map(found -> adopt(found, group))
                .orElseGet(() -> create(group));
        Optional.ofNullable(given.get("token"))
                .ifPresent(key -> tokens.issue(
                        Actor.system(),
                        user.id(),
                        TOKEN,
                        "api",
                        "From the first start",
                        Optional.empty(),
                        Optional.of(key)));
    }

    private UUID admins() {
        GroupFields fields = new GroupFields(ADMINS, true, List.of(), List.of(), JsonObject.empty());
        Optional<Group> found = groups.byName(ADMINS);
        if (found.isEmpty()) {
            return groups.create(Actor.system(), fields).id();
        }
        GroupFields old = found.get().fields();
        if (!old.superuser()) {
            groups.update(
                    Actor.system(),
                    found.get().id(),
                    new GroupFields(old.name(), true, old.parents(), old.roles(), old.attributes()));
        }
        return found.get().id();
    }

    private User create(UUID group) {
        UserFields fields = new UserFields(
                ADMIN,
                "Administrator",
                given.getOrDefault("email", ""),
                true,
                UserType.INTERNAL,
                "users",
                JsonObject.empty(),
                List.of(group));
        return users.create(
                Actor.system(),
                fields,
                Optional.ofNullable(given.get("password")).map(SecretText::of));
    }

    /** Somebody made a user of this name who is no administrator. */
    private User adopt(User found, UUID group) {
        UserFields fields = new UserFields(
                found.username(),
                found.name(),
                given.getOrDefault("email", found.email()),
                true,
                found.type(),
                found.path(),
                found.attributes(),
                users.groupsOf(found.id()));
        users.update(Actor.system(), found.id(), fields);
        groups.addMember(Actor.system(), group, found.id());
        Optional.ofNullable(given.get("password"))
                .ifPresent(password -> users.setPassword(Actor.system(), found.id(), SecretText.of(password)));
        return found;
    }

    private void tell() {
        String with = String.join(" and ", given.keySet()).toLowerCase(Locale.ROOT);
        LOG.info("Made the administrator {} with the {} from GATEWRIGHT_BOOTSTRAP_*", ADMIN, with);
        if (!given.containsKey("password")) {
            LOG.info("The administrator {} has no password: set one through the API", ADMIN);
        }
    }
}
