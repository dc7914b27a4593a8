package org.gatewright.testkit.port;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows by key. The first change in a transaction keeps a copy of the rows, to which a rollback returns. Used under the lock of the transactions only. */
final class Table<K, V> {

    private Map<K, V> rows = new LinkedHashMap<>();
    private @Nullable Map<K, V> before;

    Optional<V> get(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    void put(K key, V row) {
        keep();
        rows.put(key, row);
    }

    boolean remove(K key) {
        if (!has(key)) {
            return false;
        }
        keep();
        rows.remove(key);
        return true;
    }

    /** Removes the rows that match; returns how many. */
    int removeIf(Predicate<V> condition) {
        List<K> keys = rows.entrySet().stream()
                .filter(row -> condition.test(row.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        keys.forEach(this::remove);
        return keys.size();
    }

    List<V> all() {
        return List.copyOf(rows.values());
    }

    Map<K, V> view() {
        return Collections.unmodifiableMap(rows);
    }

    void commit() {
        before = null;
    }

    void rollback() {
        if (before != null) {
            rows = before;
            before = null;
        }
    }

    private void keep() {
        if (before == null) {
            before = new LinkedHashMap<>(rows);
        }
    }
}
