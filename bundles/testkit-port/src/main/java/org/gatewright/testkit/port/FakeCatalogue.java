package org.gatewright.testkit.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.CatalogueSnapshot;
import org.gatewright.port.plugins.DeclaredPermissions;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.port.plugins.Permission;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginInfo;
import org.gatewright.port.plugins.TypeVersion;
import org.gatewright.port.plugins.VersionState;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;

/** A catalogue that a test fills; one version of each type. Safe for use by several threads. */
public final class FakeCatalogue implements PluginCatalogue {

    private static final List<Permission> EVERYTHING = Stream.of(
                    Permission.AUTHENTICATORS,
                    Permission.CONSENTS,
                    Permission.CREDENTIALS,
                    Permission.DIRECTORY,
                    Permission.DOCUMENTS,
                    Permission.SESSIONS,
                    Permission.SIGNING,
                    Permission.SIGNING_KEYS,
                    Permission.USER_FIELDS)
            .map(name -> new Permission(name, List.of()))
            .toList();

    private record Key(Kind kind, String type) {}

    private record Installed(TypeVersion version, Object service) {}

    private final Map<Key, Installed> types = new ConcurrentHashMap<>();
    private final List<PluginInfo> plugins = new CopyOnWriteArrayList<>();
    private final List<Occasion> occasions = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile List<Permission> permissions = EVERYTHING;

    /** Installs version 1.0.0 of a type without settings. */
    public FakeCatalogue install(Kind kind, String type, Object service) {
        return install(kind, type, service, Optional.empty());
    }

    /** Installs version 1.0.0 of a type with settings. */
    public FakeCatalogue install(Kind kind, String type, Object service, Optional<Class<? extends Record>> settings) {
        return install(
                new TypeVersion(kind, type, "1.0.0", 1, "test." + type, VersionState.ACTIVE, "", type, "", settings),
                service);
    }

    /** Installs a version in place of the one there is. */
    public FakeCatalogue install(TypeVersion version, Object service) {
        types.put(new Key(version.kind(), version.type()), new Installed(version, service));
        return this;
    }

    /** Lets all plug-ins declare these permissions alone, not everything. */
    public FakeCatalogue declaring(Permission... declared) {
        permissions = List.of(declared);
        return this;
    }

    /** Adds a version of a plug-in to those that are listed. */
    public FakeCatalogue list(PluginInfo plugin) {
        plugins.add(plugin);
        return this;
    }

    /** Uninstalls the type. */
    public FakeCatalogue uninstall(Kind kind, String type) {
        types.remove(new Key(kind, type));
        return this;
    }

    /** Returns how many leases have not been closed. */
    public int openLeases() {
        return open.get();
    }

    @Override
    public CatalogueSnapshot settled(Kind kind) {
        return snapshot();
    }

    @Override
    public CatalogueSnapshot snapshot() {
        List<TypeVersion> versions = new ArrayList<>();
        types.values().forEach(installed -> versions.add(installed.version()));
        versions.sort(java.util.Comparator.comparing(TypeVersion::kind).thenComparing(TypeVersion::type));
        return new CatalogueSnapshot(versions, plugins);
    }

    /** Returns the occasions for which somebody planned with a type, or leased it without a pin, the first one first. */
    public List<Occasion> occasions() {
        return List.copyOf(occasions);
    }

    @Override
    public Optional<Pin> pin(Kind kind, String type, Occasion occasion) {
        occasions.add(occasion);
        return snapshot().active(kind, type).map(TypeVersion::pin);
    }

    @Override
    public <T> Lease<T> lease(Kind kind, String type, Occasion occasion, Class<T> contract) {
        occasions.add(occasion);
        return leased(kind, type, contract);
    }

    private <T> Lease<T> leased(Kind kind, String type, Class<T> contract) {
        Installed installed = types.get(new Key(kind, type));
        if (installed == null || installed.version().state() != VersionState.ACTIVE) {
            throw unavailable(kind, type);
        }
        open.incrementAndGet();
        DeclaredPermissions declared =
                new DeclaredPermissions(installed.version().plugin(), permissions);
        return new FakeLease<>(installed.version(), declared, contract.cast(installed.service()), open);
    }

    @Override
    public <T> Lease<T> lease(Pin pin, Class<T> contract) {
        Lease<T> lease = leased(pin.kind(), pin.type(), contract);
        boolean same = lease.pin().equals(pin) || lease.pin().stateVersion() == pin.stateVersion();
        if (!same) {
            lease.close();
            throw unavailable(pin.kind(), pin.type());
        }
        return lease;
    }

    private static GatewrightException unavailable(Kind kind, String type) {
        return new GatewrightException(
                CommonError.TYPE_UNAVAILABLE, "The type " + kind.path() + "/" + type + " is not installed.");
    }

    private static final class FakeLease<T> implements Lease<T> {

        private final TypeVersion version;
        private final DeclaredPermissions permissions;
        private final T service;
        private final AtomicInteger open;
        private boolean closed;

        FakeLease(TypeVersion version, DeclaredPermissions permissions, T service, AtomicInteger open) {
            this.version = version;
            this.permissions = permissions;
            this.service = service;
            this.open = open;
        }

        @Override
        public Pin pin() {
            return version.pin();
        }

        @Override
        public String plugin() {
            return version.plugin();
        }

        @Override
        public DeclaredPermissions permissions() {
            return permissions;
        }

        @Override
        public <R> R call(Function<T, R> call) {
            if (closed) {
                throw new IllegalStateException("the lease is closed");
            }
            try {
                return call.apply(service);
            } catch (GatewrightException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new GatewrightException(
                        CommonError.PLUGIN_FAILED, "The plug-in " + version.type() + " failed.", e);
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open.decrementAndGet();
            }
        }
    }
}
