package org.gatewright.testkit.port.conformance;

import org.junit.jupiter.api.Nested;

/** All contracts over one database that is empty at the beginning. */
public abstract class StoreConformance {

    /** Returns the stores to test. */
    protected abstract Stores stores();

    @Nested
    final class Transactions extends TransactionsContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Users extends UserStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Groups extends GroupStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class DirectorySearch extends DirectorySearchStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Tokens extends TokenStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class ConfigurationObjects extends ConfigurationStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Flows extends FlowStateStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Sessions extends SessionStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Grants extends GrantStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Consents extends ConsentStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class SingleUseValues extends SingleUseStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Keys extends KeyStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Events extends EventStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Documents extends DocumentStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }

    @Nested
    final class Plugins extends PluginStoreContract {
        @Override
        Stores stores() {
            return StoreConformance.this.stores();
        }
    }
}
