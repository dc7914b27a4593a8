package org.gatewright.kernel.session;

import org.gatewright.port.crypto.Sealer;
import org.gatewright.testkit.port.FakeSettings;
import org.gatewright.testkit.port.FixedClock;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.RecordingEvents;

/** One node with keys, over a database that other nodes may share. */
final class KeysFixture {

    final InMemoryDatabase database;
    final FixedClock clock;
    final RecordingEvents events;
    final Sealer sealer = new AesSealer(new FakeSettings());
    final KeyRing ring;
    final StoredSigningKeys keys;
    final JoseTokenSigner signer;
    final RingCertifiedKeys certified;

    KeysFixture() {
        this(new InMemoryDatabase(), new FixedClock());
    }

    KeysFixture(InMemoryDatabase database, FixedClock clock) {
        this.database = database;
        this.clock = clock;
        events = new RecordingEvents(database, clock);
        ring = new KeyRing(database.keys(), sealer, clock);
        keys = new StoredSigningKeys(
                ring, database.keys(), sealer, events, database.transactions(), new FakeSettings(), clock);
        signer = new JoseTokenSigner(ring, clock);
        certified = new RingCertifiedKeys(ring, clock);
    }

    KeysFixture loaded() {
        ring.refresh();
        return this;
    }

    KeysFixture otherNode() {
        return new KeysFixture(database, clock);
    }
}
