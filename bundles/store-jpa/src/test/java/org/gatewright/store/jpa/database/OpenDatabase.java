package org.gatewright.store.jpa.database;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.gatewright.port.settings.Settings;
import org.gatewright.store.jpa.configuration.JpaConfigurationStore;
import org.gatewright.store.jpa.directory.JpaDirectorySearchStore;
import org.gatewright.store.jpa.directory.JpaGroupStore;
import org.gatewright.store.jpa.directory.JpaTokenStore;
import org.gatewright.store.jpa.directory.JpaUserStore;
import org.gatewright.store.jpa.event.JpaEventStore;
import org.gatewright.store.jpa.flow.JpaFlowStateStore;
import org.gatewright.store.jpa.plugin.JpaDocumentStore;
import org.gatewright.store.jpa.plugin.JpaPluginStore;
import org.gatewright.store.jpa.session.JpaConsentStore;
import org.gatewright.store.jpa.session.JpaGrantStore;
import org.gatewright.store.jpa.session.JpaKeyStore;
import org.gatewright.store.jpa.session.JpaSessionStore;
import org.gatewright.store.jpa.session.JpaSingleUseStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.JpaTransactions;
import org.gatewright.testkit.port.conformance.Stores;

/** A database opened as in the server, without OSGi. */
final class OpenDatabase implements AutoCloseable {

    final DatabaseHealth health = new DatabaseHealth();
    final Service service;
    final Stores stores;

    private OpenDatabase(Settings settings) throws SQLException, WrongKeyException {
        Target target = Target.of(settings);
        new Opening(target, new Installation(settings.secretKey())).run();
        AtomicReference<Jpa> published = new AtomicReference<>();
        service = service(target, health, published);
        stores = stores(published.get());
    }

    static OpenDatabase with(Settings settings) {
        try {
            return new OpenDatabase(settings);
        } catch (SQLException | WrongKeyException e) {
            throw new AssertionError(e);
        }
    }

    static Service service(Target target, DatabaseHealth health, AtomicReference<Jpa> published) {
        return Service.open(
                target,
                health,
                new PoolLimits(10, 5),
                properties -> new PersistenceProvider().createEntityManagerFactory("gatewright", properties),
                jpa -> {
                    published.set(jpa);
                    return () -> published.set(null);
                });
    }

    static Stores stores(Jpa jpa) {
        return new Stores(
                new JpaTransactions(jpa),
                new JpaUserStore(jpa),
                new JpaGroupStore(jpa),
                new JpaDirectorySearchStore(jpa),
                new JpaTokenStore(jpa),
                new JpaConfigurationStore(jpa),
                new JpaFlowStateStore(jpa),
                new JpaSessionStore(jpa),
                new JpaGrantStore(jpa),
                new JpaConsentStore(jpa),
                new JpaSingleUseStore(jpa),
                new JpaKeyStore(jpa),
                new JpaEventStore(jpa),
                new JpaPluginStore(jpa),
                new JpaDocumentStore(jpa));
    }

    @Override
    public void close() {
        service.close();
    }
}
