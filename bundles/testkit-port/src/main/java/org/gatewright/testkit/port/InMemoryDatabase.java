package org.gatewright.testkit.port;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.directory.ApiToken;
import org.gatewright.port.directory.GroupFields;
import org.gatewright.port.directory.Role;
import org.gatewright.port.directory.UserFields;
import org.gatewright.port.events.Event;
import org.gatewright.port.plugins.LogLevel;
import org.gatewright.port.store.ConfigurationStore;
import org.gatewright.port.store.ConsentStore;
import org.gatewright.port.store.DirectorySearchStore;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.port.store.EventStore;
import org.gatewright.port.store.FlowState;
import org.gatewright.port.store.FlowStateStore;
import org.gatewright.port.store.GrantStore;
import org.gatewright.port.store.GroupStore;
import org.gatewright.port.store.KeyStore;
import org.gatewright.port.store.PluginStore;
import org.gatewright.port.store.SessionStore;
import org.gatewright.port.store.SingleUseStore;
import org.gatewright.port.store.TokenStore;
import org.gatewright.port.store.Transactions;
import org.gatewright.port.store.UserStore;
import org.gatewright.spi.session.Grant;
import org.gatewright.spi.session.Session;

/** All stores over one memory, with transactions that really roll back. Safe for use by several threads. */
public final class InMemoryDatabase {

    record UserRow(
            UUID id,
            long pk,
            UserFields fields,
            Instant created,
            Optional<Instant> lastLogin,
            Optional<String> passwordHash) {}

    record GroupRow(UUID id, GroupFields fields) {}

    record Membership(UUID group, UUID user) {}

    record TokenRow(ApiToken token, String keyHash) {}

    record SessionRow(Session session, String cookieHash, String address, String userAgent) {}

    record ConsentKey(UUID user, String application) {}

    record ConsentRow(UUID user, Set<String> scopes, Optional<Instant> expires) {}

    final InMemoryTransactions transactions = new InMemoryTransactions();
    final Table<UUID, UserRow> users = transactions.table();
    final Table<String, Long> numbers = transactions.table();
    final Table<UUID, GroupRow> groups = transactions.table();
    final Table<Membership, Membership> memberships = transactions.table();
    final Table<UUID, Role> roles = transactions.table();
    final Table<UUID, TokenRow> tokens = transactions.table();
    final Table<UUID, SessionRow> sessions = transactions.table();
    final Table<UUID, Grant> grants = transactions.table();
    final Table<UUID, UUID> revokedGrants = transactions.table();
    final Table<String, Instant> revokedTokens = transactions.table();
    final Table<ConsentKey, ConsentRow> consents = transactions.table();
    final Table<String, SingleUseStore.Stored> values = transactions.table();
    final Table<String, Instant> claims = transactions.table();
    final Table<UUID, FlowState> flowStates = transactions.table();
    final Table<UUID, Event> events = transactions.table();
    final Table<UUID, KeyStore.Stored> keys = transactions.table();
    final Table<String, InMemoryPluginStore.Kept> artifacts = transactions.table();
    final Table<String, PluginStore.Wanted> wanted = transactions.table();
    final Table<String, LogLevel> logLevels = transactions.table();
    final Table<InMemoryDocumentStore.Name, DocumentStore.Write> documents = transactions.table();
    final Table<UUID, ConfigurationObject> objects = transactions.table();

    private final UserStore userStore = new InMemoryUserStore(this);
    private final GroupStore groupStore = new InMemoryGroupStore(this);
    private final DirectorySearchStore directorySearchStore = new InMemoryDirectorySearchStore(this);
    private final TokenStore tokenStore = new InMemoryTokenStore(this);
    private final SessionStore sessionStore = new InMemorySessionStore(this);
    private final GrantStore grantStore = new InMemoryGrantStore(this);
    private final ConsentStore consentStore = new InMemoryConsentStore(this);
    private final SingleUseStore singleUseStore = new InMemorySingleUseStore(this);
    private final FlowStateStore flowStateStore = new InMemoryFlowStateStore(this);
    private final EventStore eventStore = new InMemoryEventStore(this);
    private final KeyStore keyStore = new InMemoryKeyStore(this);
    private final PluginStore pluginStore = new InMemoryPluginStore(this);
    private final DocumentStore documentStore = new InMemoryDocumentStore(this);
    private final ConfigurationStore configurationStore = new InMemoryConfigurationStore(this);

    /** Says whether the database answers from now on; if not, every call throws {@code STORE_UNAVAILABLE}. */
    public void available(boolean now) {
        transactions.available(now);
    }

    /** Returns the transactions. */
    public Transactions transactions() {
        return transactions;
    }

    /** Returns the store of users. */
    public UserStore users() {
        return userStore;
    }

    /** Returns the store of groups and roles. */
    public GroupStore groups() {
        return groupStore;
    }

    /** Returns the store that searches users and groups. */
    public DirectorySearchStore directorySearch() {
        return directorySearchStore;
    }

    /** Returns the store of tokens. */
    public TokenStore tokens() {
        return tokenStore;
    }

    /** Returns the store of sessions. */
    public SessionStore sessions() {
        return sessionStore;
    }

    /** Returns the store of grants. */
    public GrantStore grants() {
        return grantStore;
    }

    /** Returns the store of consents. */
    public ConsentStore consents() {
        return consentStore;
    }

    /** Returns the store of single-use values. */
    public SingleUseStore singleUse() {
        return singleUseStore;
    }

    /** Returns the store of running flows. */
    public FlowStateStore flowStates() {
        return flowStateStore;
    }

    /** Returns the store of audit events. */
    public EventStore events() {
        return eventStore;
    }

    /** Returns the store of signing keys. */
    public KeyStore keys() {
        return keyStore;
    }

    /** Returns the store of plug-ins. */
    public PluginStore plugins() {
        return pluginStore;
    }

    /** Returns the store of documents. */
    public DocumentStore documents() {
        return documentStore;
    }

    /** Returns the store of configuration objects. */
    public ConfigurationStore configuration() {
        return configurationStore;
    }

    /** Returns the next of the numbers with this name; a number is not given out twice, but for rollbacks. */
    long next(String name) {
        long number = numbers.get(name).orElse(0L) + 1;
        numbers.put(name, number);
        return number;
    }

    /** Tells whether the user is there and active. */
    boolean isActive(UUID user) {
        return users.get(user).filter(row -> row.fields().active()).isPresent();
    }
}
