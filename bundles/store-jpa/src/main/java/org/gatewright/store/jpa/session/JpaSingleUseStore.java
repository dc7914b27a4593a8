package org.gatewright.store.jpa.session;

import java.time.Instant;
import java.util.Optional;
import org.gatewright.port.store.SingleUseStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps values that can be used once in the database. */
@Component
public final class JpaSingleUseStore implements SingleUseStore {

    private final Jpa jpa;

    @Activate
    public JpaSingleUseStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public void add(String hash, String purpose, String data, Instant expires) {
        jpa.run(statements -> {
            SingleUseRow row = new SingleUseRow();
            row.hash = hash;
            row.purpose = purpose;
            row.data = data;
            row.used = false;
            row.expires = expires;
            statements.insert(row);
        });
    }

    @Override
    public Optional<Stored> find(String hash) {
        return jpa.read(statements ->
                        statements.first(SingleUseRow.class, "SELECT r FROM SingleUseRow r WHERE r.hash = ?1", hash))
                .map(SingleUseRow::stored);
    }

    @Override
    public boolean use(String hash, String purpose, Instant now) {
        return jpa.write(statements -> statements.change(
                        "UPDATE SingleUseRow r SET r.used = TRUE"
                                + " WHERE r.hash = ?1 AND r.purpose = ?2 AND r.used = FALSE AND r.expires > ?3",
                        hash,
                        purpose,
                        now)
                == 1);
    }

    @Override
    public boolean claim(String name, Instant now) {
        return jpa.write(statements -> statements.sql(
                        "INSERT INTO claimed_name (name, claimed) VALUES (?, ?) ON CONFLICT DO NOTHING", name, now)
                == 1);
    }

    @Override
    public int deleteExpired(Instant before) {
        return jpa.write(statements -> statements.change("DELETE FROM SingleUseRow r WHERE r.expires < ?1", before));
    }
}
