package org.gatewright.store.jpa.transaction;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Query;

/**
 * Gives the queries whose text never changes a name, under which EclipseLink keeps the SQL that it made of them. For any thread. Without a name it makes the SQL anew
 * each time, which costs more than to run it.
 */
final class PreparedQueries {

    private final EntityManagerFactory factory;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    PreparedQueries(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** Returns the name of a query; the first time it is made, and limited. */
    String name(String hint, String jpql, int limit, Supplier<? extends Query> first) {
        String name = limit + hint + jpql;
        if (!known.contains(name)) {
            Query query = first.get();
            if (limit < Integer.MAX_VALUE) {
                query.setMaxResults(limit);
            }
            factory.addNamedQuery(name, query); // a second time does no harm
            known.add(name);
        }
        return name;
    }
}
