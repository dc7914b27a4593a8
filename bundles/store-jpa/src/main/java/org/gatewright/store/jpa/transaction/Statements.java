package org.gatewright.store.jpa.transaction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.gatewright.port.paging.PageRequest;

/** Statements in one transaction. Parameters are positional, from {@code ?1}. What is read is detached: changing it changes nothing. */
public final class Statements {

    private static final String READ_ONLY = "eclipselink.read-only";

    private final EntityManager entities;
    private final PreparedQueries prepared;
    private final boolean inTransaction;
    private boolean written;

    Statements(EntityManager entities, PreparedQueries prepared, boolean inTransaction) {
        this.entities = entities;
        this.prepared = prepared;
        this.inTransaction = inTransaction;
    }

    /** Runs a JPQL query. Its text must be a constant: it is kept prepared for ever. */
    public <T> List<T> list(Class<T> type, String jpql, Object... parameters) {
        return some(type, jpql, Integer.MAX_VALUE, parameters);
    }

    /** Runs a JPQL query, whose text must be a constant, for its first results. */
    public <T> List<T> some(Class<T> type, String jpql, int limit, Object... parameters) {
        String name = prepared.name(inTransaction ? "" : READ_ONLY, jpql, limit, () -> hinted(type, jpql));
        return results(with(entities.createNamedQuery(name, type), List.of(parameters)));
    }

    /** Runs a JPQL query, whose text may be any, for its first results. */
    public <T> List<T> once(Class<T> type, String jpql, int limit, List<Object> parameters) {
        return results(with(hinted(type, jpql), parameters).setMaxResults(limit));
    }

    /** Runs a JPQL query for one part of its results. */
    public <T> List<T> page(Class<T> type, String jpql, List<Object> parameters, PageRequest page) {
        return results(with(hinted(type, jpql), parameters)
                .setFirstResult((page.page() - 1) * page.size())
                .setMaxResults(page.size()));
    }

    /** Runs a JPQL query that has one result, or none. */
    public <T> Optional<T> first(Class<T> type, String jpql, Object... parameters) {
        return list(type, jpql, parameters).stream().findFirst();
    }

    /** Runs a JPQL query that counts. */
    public long count(String jpql, List<Object> parameters) {
        return with(hinted(Long.class, jpql), parameters).getSingleResult();
    }

    /** Runs a JPQL UPDATE or DELETE, whose text must be a constant; returns the number of rows. */
    public int change(String jpql, Object... parameters) {
        String name = prepared.name("", jpql, Integer.MAX_VALUE, () -> entities.createQuery(jpql));
        written = true;
        return with(entities.createNamedQuery(name), List.of(parameters)).executeUpdate();
    }

    /** Runs an SQL statement; returns the number of rows. An empty {@link Optional} is NULL; such a place needs a CAST. */
    public int sql(String sql, Object... parameters) {
        written = true;
        return nativeQuery(sql, parameters).executeUpdate();
    }

    /** Runs an SQL query; a row of one column is its value, of more an {@code Object[]}. */
    public List<?> rows(String sql, Object... parameters) {
        return nativeQuery(sql, parameters).getResultList();
    }

    /** Inserts an entity now. */
    public void insert(Object row) {
        entities.persist(row);
        flush();
    }

    /** Changes the entity with this id now; false if there is none. */
    public <T> boolean modify(Class<T> type, Object id, Consumer<T> change) {
        T row = entities.find(type, id);
        if (row == null) {
            return false;
        }
        change.accept(row);
        flush();
        return true;
    }

    boolean haveWritten() {
        return written;
    }

    private void flush() {
        written = true;
        entities.flush();
        entities.clear(); // so that nothing is read from memory later
    }

    private <T> List<T> results(TypedQuery<T> query) {
        List<T> results = query.getResultList();
        entities.clear();
        return results;
    }

    private <T> TypedQuery<T> hinted(Class<T> type, String jpql) {
        TypedQuery<T> query = entities.createQuery(jpql, type);
        if (!inTransaction) {
            query.setHint(READ_ONLY, "true"); // cheaper, but on another connection than that of the transaction
        }
        return query;
    }

    private static <Q extends Query> Q with(Q query, List<Object> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    private Query nativeQuery(String sql, Object... parameters) {
        Query query = entities.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, bound(parameters[i]));
        }
        return query;
    }

    @SuppressWarnings("NullAway") // null is what the driver wants for NULL
    private static Object bound(Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return present instanceof Instant moment ? InstantConverter.timestamp(moment) : present;
    }
}
