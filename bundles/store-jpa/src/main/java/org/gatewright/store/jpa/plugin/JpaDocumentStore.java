package org.gatewright.store.jpa.plugin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.json.JsonText;
import org.gatewright.port.store.DocumentStore;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.store.Document;
import org.gatewright.spi.store.DocumentError;
import org.gatewright.spi.store.DocumentPage;
import org.gatewright.spi.store.DocumentQuery;
import org.gatewright.store.jpa.transaction.InstantConverter;
import org.gatewright.store.jpa.transaction.Jpa;
import org.gatewright.store.jpa.transaction.Statements;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps documents in the database, and the values they are found by in a table beside them. */
@Component
public final class JpaDocumentStore implements DocumentStore {

    private static final String SELECT =
            "SELECT d.document_key, d.content, d.revision, d.user_id, d.expires FROM plugin_document d";
    private static final String OF_PLACE = " WHERE d.plugin = ? AND d.collection = ?";
    private static final String LIVING = " AND (d.expires IS NULL OR d.expires > ?)";

    private final Jpa jpa;

    @Activate
    public JpaDocumentStore(@Reference Jpa jpa) {
        this.jpa = jpa;
    }

    @Override
    public Optional<Document> find(Place place, String key, Instant now) {
        String sql = SELECT + OF_PLACE + LIVING + " AND d.document_key = ?";
        return jpa
                .read(statements -> documents(statements.rows(sql, place.plugin(), place.collection(), now, key)))
                .stream()
                .findFirst();
    }

    @Override
    public DocumentPage list(Place place, DocumentQuery query, Instant now) {
        List<Object> parameters = new ArrayList<>(List.of(place.plugin(), place.collection(), now));
        StringBuilder sql = new StringBuilder(SELECT + OF_PLACE + LIVING);
        query.match().ifPresent(match -> {
            sql.append(" AND EXISTS (SELECT 1 FROM plugin_document_index i WHERE i.plugin = d.plugin"
                    + " AND i.collection = d.collection AND i.document_key = d.document_key"
                    + " AND i.name = ? AND i.indexed = ?)");
            parameters.addAll(List.of(match.index(), match.value()));
        });
        query.owner().ifPresent(user -> {
            sql.append(" AND d.user_id = ?");
            parameters.add(user);
        });
        query.after().ifPresent(key -> {
            sql.append(" AND d.document_key > ?");
            parameters.add(key);
        });
        sql.append(" ORDER BY d.document_key LIMIT ?");
        parameters.add(query.limit() + 1);
        return page(
                jpa.read(statements -> documents(statements.rows(sql.toString(), parameters.toArray()))),
                query.limit());
    }

    @Override
    public boolean put(Write write, Instant now) {
        return jpa.write(statements -> {
            requireOwner(statements, write.document());
            boolean stored = write.replaces() == 0 ? insert(statements, write, now) : update(statements, write, now);
            if (stored) {
                index(statements, write);
            }
            return stored;
        });
    }

    @Override
    public boolean delete(Place place, String key, long revision, Instant now) {
        return jpa.write(statements -> statements.sql(
                        "DELETE FROM plugin_document d WHERE d.plugin = ? AND d.collection = ?" + LIVING
                                + " AND d.document_key = ? AND d.revision = ?",
                        place.plugin(),
                        place.collection(),
                        now,
                        key,
                        revision)
                == 1);
    }

    @Override
    public List<Count> counts() {
        return jpa.read(statements -> statements
                .rows("SELECT d.plugin, d.collection, COUNT(*) FROM plugin_document d"
                        + " GROUP BY d.plugin, d.collection ORDER BY d.plugin, d.collection")
                .stream()
                .map(Object[].class::cast)
                .map(row -> new Count(new Place((String) row[0], (String) row[1]), ((Number) row[2]).longValue()))
                .toList());
    }

    @Override
    public int erase(String plugin) {
        return jpa.write(statements -> statements.sql("DELETE FROM plugin_document WHERE plugin = ?", plugin));
    }

    @Override
    public int deleteExpired(Instant now) {
        return jpa.write(statements -> statements.sql("DELETE FROM plugin_document WHERE expires <= ?", now));
    }

    /** Says so before the database does, whose refusal would end the transaction; it still refuses an owner who goes at this moment. */
    private static void requireOwner(Statements statements, Document document) {
        document.owner().ifPresent(user -> {
            if (statements.rows("SELECT 1 FROM user_account WHERE id = ?", user).isEmpty()) {
                throw new GatewrightException(DocumentError.NO_OWNER, "The user who is to own it is not there.");
            }
        });
    }

    /** What has expired makes room. Who comes second waits for the row of the first, and finds it there. */
    private static boolean insert(Statements statements, Write write, Instant now) {
        Place place = write.place();
        Document document = write.document();
        statements.sql(
                "DELETE FROM plugin_document WHERE plugin = ? AND collection = ? AND document_key = ? AND expires <= ?",
                place.plugin(),
                place.collection(),
                document.key(),
                now);
        return statements.sql(
                        "INSERT INTO plugin_document (plugin, collection, document_key, content, revision, user_id, expires)"
                                + " VALUES (?, ?, ?, ?, ?, CAST(? AS UUID), CAST(? AS TIMESTAMP WITH TIME ZONE))"
                                + " ON CONFLICT DO NOTHING",
                        place.plugin(),
                        place.collection(),
                        document.key(),
                        JsonText.write(document.content()),
                        document.revision(),
                        document.owner(),
                        document.expires())
                == 1;
    }

    private static boolean update(Statements statements, Write write, Instant now) {
        Place place = write.place();
        Document document = write.document();
        return statements.sql(
                        "UPDATE plugin_document SET content = ?, revision = ?, user_id = CAST(? AS UUID),"
                                + " expires = CAST(? AS TIMESTAMP WITH TIME ZONE)"
                                + " WHERE plugin = ? AND collection = ? AND document_key = ? AND revision = ?"
                                + " AND (expires IS NULL OR expires > ?)",
                        JsonText.write(document.content()),
                        document.revision(),
                        document.owner(),
                        document.expires(),
                        place.plugin(),
                        place.collection(),
                        document.key(),
                        write.replaces(),
                        now)
                == 1;
    }

    /** The row of the document is ours until the commit, so nobody else writes these. */
    private static void index(Statements statements, Write write) {
        Place place = write.place();
        String key = write.document().key();
        if (write.replaces() != 0) {
            statements.sql(
                    "DELETE FROM plugin_document_index WHERE plugin = ? AND collection = ? AND document_key = ?",
                    place.plugin(),
                    place.collection(),
                    key);
        }
        write.indexed()
                .forEach((name, value) -> statements.sql(
                        "INSERT INTO plugin_document_index (plugin, collection, document_key, name, indexed)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        place.plugin(),
                        place.collection(),
                        key,
                        name,
                        value));
    }

    /** One more than the limit was read, to see whether there is one. */
    private static DocumentPage page(List<Document> found, int limit) {
        return found.size() > limit
                ? new DocumentPage(
                        found.subList(0, limit),
                        Optional.of(found.get(limit - 1).key()))
                : new DocumentPage(found, Optional.empty());
    }

    private static List<Document> documents(List<?> rows) {
        return rows.stream()
                .map(Object[].class::cast)
                .map(JpaDocumentStore::document)
                .toList();
    }

    private static Document document(Object[] row) {
        return new Document(
                (String) row[0],
                JsonText.read((String) row[1]),
                ((Number) row[2]).longValue(),
                Optional.ofNullable((UUID) row[3]),
                Optional.ofNullable(row[4]).map(InstantConverter::moment));
    }
}
