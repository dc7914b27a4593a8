package org.gatewright.store.jpa.configuration;

import java.util.List;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.store.ConfigurationStore;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Statements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps configuration objects in the database. */
@Component
public final class JpaConfigurationStore implements ConfigurationStore {

    private final Jpa jpa;

    @Activate
    public JpaConfigurationStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public Content load() {
        return jpa.read(statements -> {
            // a change is visible together with its revision, so equal revisions before and after mean that all is of
            // one moment
            Content content = content(statements);
            while (content.revision() != revision(statements)) {
                content = content(statements);
            }
            return content;
        });
    }

    @Override
    public long revision() {
        return jpa.read(JpaConfigurationStore::revision);
    }

    @Override
    public boolean advance(long expectedRevision) {
        return jpa.write(statements -> statements.sql(
                        "UPDATE configuration_state SET revision = revision + 1 WHERE id = 1 AND revision = ?",
                        expectedRevision)
                == 1);
    }

    @Override
    public long nextPk(Model model) {
        return jpa.write(statements -> number(statements.rows("SELECT nextval('configuration_pk')")));
    }

    @Override
    public void add(ConfigurationObject object) {
        jpa.run(statements -> {
            ConfigurationRow row = new ConfigurationRow();
            row.fill(object);
            statements.insert(row);
        });
    }

    @Override
    public void replace(ConfigurationObject object) {
        jpa.run(statements -> statements.modify(ConfigurationRow.class, object.id(), row -> row.fill(object)));
    }

    @Override
    public void delete(UUID id) {
        jpa.run(statements -> statements.change("DELETE FROM ConfigurationRow r WHERE r.id = ?1", id));
    }

    private static Content content(Statements statements) {
        long revision = revision(statements);
        List<ConfigurationRow> rows =
                statements.list(ConfigurationRow.class, "SELECT r FROM ConfigurationRow r ORDER BY r.model, r.pk");
        return new Content(revision, rows.stream().map(ConfigurationRow::object).toList());
    }

    private static long revision(Statements statements) {
        return number(statements.rows("SELECT revision FROM configuration_state WHERE id = 1"));
    }

    private static long number(List<?> rows) {
        return ((Number) rows.get(0)).longValue();
    }
}
