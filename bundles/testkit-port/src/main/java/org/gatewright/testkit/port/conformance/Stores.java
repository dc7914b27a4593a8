package org.gatewright.testkit.port.conformance;

import org.gatewright.port.store.ConfigurationStore;
import org.gatewright.port.store.ConsentStore;
import org.gatewright.port.store.DirectorySearchStore;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.port.store.EventStore;
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

/** All stores over one database. */
public record Stores(
        Transactions transactions,
        UserStore users,
        GroupStore groups,
        DirectorySearchStore directorySearch,
        TokenStore tokens,
        ConfigurationStore configuration,
        FlowStateStore flows,
        SessionStore sessions,
        GrantStore grants,
        ConsentStore consents,
        SingleUseStore singleUse,
        KeyStore keys,
        EventStore events,
        PluginStore plugins,
        DocumentStore documents) {}
