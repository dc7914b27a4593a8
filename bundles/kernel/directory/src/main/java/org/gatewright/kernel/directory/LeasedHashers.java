package org.gatewright.kernel.directory;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatewright.port.plugins.CatalogueListener;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.port.settings.Settings;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.credential.PasswordHasher;
import org.gatewright.spi.credential.PasswordHashes;
import org.gatewright.spi.data.SecretText;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hashes and checks passwords with the hashers that are installed. New hashes are made by the hasher of today: the one that the setting {@code password.hasher} names, else the first one by name. */
@Component(service = {PasswordHashes.class, LeasedHashers.class, CatalogueListener.class})
public final class LeasedHashers implements PasswordHashes, CatalogueListener {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedHashers.class);
    private static final SecretText NOTHING = SecretText.of(UUID.randomUUID().toString());

    private final PluginCatalogue catalogue;
    private final UserStore users;
    private final Optional<String> wanted;
    private final Map<Pin, String> hashesOfNothing = new ConcurrentHashMap<>();

    /** Takes the name of the hasher of today from the settings. */
    @Activate
    public LeasedHashers(
            @Reference PluginCatalogue catalogue, @Reference UserStore users, @Reference Settings settings) {
        this.catalogue = catalogue;
        this.users = users;
        this.wanted = settings.get("password", "hasher");
    }

    /** Hashes with the hasher of today. Takes its time: call it before a transaction where that is possible. */
    String hash(SecretText password) {
        return leased(required(), lease -> lease.call(hasher -> hasher.hash(password)));
    }

    @Override
    public Optional<String> of(UUID user) {
        return users.passwordHash(user);
    }

    @Override
    public boolean verify(SecretText password, String stored) {
        return leased(hasherOf(stored), lease -> lease.call(hasher -> hasher.verify(password, stored)));
    }

    @Override
    public void verifyNothing(SecretText password) {
        leased(required(), lease -> {
            String stored = hashOfNothing(lease);
            return lease.call(hasher -> hasher.verify(password, stored));
        });
    }

    @Override
    public void upgrade(UUID user, SecretText password, String stored) {
        Optional<TypeVersion> today = today(catalogue.snapshot());
        if (today.isEmpty() || !isWeak(today.get().type(), stored)) {
            return;
        }
        boolean replaced = users.replacePasswordHash(user, stored, hash(password));
        LOG.debug(
                "The password hash of {} was upgraded to {}: {}",
                user,
                today.get().type(),
                replaced);
    }

    /** Makes the hash that unknown users are checked against, so that the first of them takes no longer than the others. */
    @Override
    public void catalogueChanged(CatalogueSnapshot snapshot) {
        Set<Pin> called =
                today(snapshot).map(active -> called(snapshot, active.type())).orElse(Set.of());
        hashesOfNothing.keySet().retainAll(called);
        called.forEach(this::prepare);
    }

    /** The versions of the type that new calls go to: the active one, and a canary. */
    private static Set<Pin> called(CatalogueSnapshot snapshot, String type) {
        return snapshot.types().stream()
                .filter(version ->
                        version.kind() == Kind.HASHER && version.type().equals(type))
                .filter(version -> version.state() == VersionState.ACTIVE || version.state() == VersionState.CANARY)
                .map(TypeVersion::pin)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void prepare(Pin hasher) {
        try (Lease<PasswordHasher> lease = catalogue.lease(hasher, PasswordHasher.class)) {
            hashOfNothing(lease);
        } catch (GatewrightException e) {
            LOG.warn("The hasher {} {} does not work: {}", hasher.type(), hasher.version(), e.detail());
        }
    }

    private String hashOfNothing(Lease<PasswordHasher> lease) {
        return hashesOfNothing.computeIfAbsent(lease.pin(), pin -> lease.call(hasher -> hasher.hash(NOTHING)));
    }

    private Optional<TypeVersion> today(CatalogueSnapshot snapshot) {
        return wanted.map(type -> snapshot.active(Kind.HASHER, type))
                .orElseGet(() -> snapshot.active(Kind.HASHER).stream().findFirst());
    }

    private String required() {
        return today(catalogue.settled(Kind.HASHER))
                .map(TypeVersion::type)
                .or(() -> wanted)
                .orElseThrow(() -> new GatewrightException(
                        DirectoryError.HASHER_UNAVAILABLE,
                        "No password hasher is installed. Install a plug-in with one."));
    }

    private boolean isWeak(String today, String stored) {
        return leased(today, lease -> lease.call(hasher -> !hasher.accepts(stored) || hasher.needsRehash(stored)));
    }

    private String hasherOf(String stored) {
        CatalogueSnapshot snapshot = catalogue.settled(Kind.HASHER);
        return Stream.concat(today(snapshot).stream(), snapshot.active(Kind.HASHER).stream())
                .map(TypeVersion::type)
                .filter(type -> leased(type, lease -> lease.call(hasher -> hasher.accepts(stored))))
                .findFirst()
                .orElseThrow(() -> new GatewrightException(
                        DirectoryError.HASHER_UNAVAILABLE,
                        "The hasher that made the stored password is not installed. Install its plug-in again."));
    }

    private <T> T leased(String type, Function<Lease<PasswordHasher>, T> work) {
        try (Lease<PasswordHasher> lease = catalogue.lease(Kind.HASHER, type, PasswordHasher.class)) {
            return work.apply(lease);
        }
    }
}
