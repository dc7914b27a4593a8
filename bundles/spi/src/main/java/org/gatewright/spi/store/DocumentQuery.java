package org.gatewright.spi.store;

import java.util.Optional;
import java.util.UUID;

/**
 * Which documents of a collection are wanted: {@code DocumentQuery.where("serial", "4711").limit(10)}. They come in a fixed order of their keys.
 *
 * @param match those that have this value of an index
 * @param owner those of this user
 * @param after those whose key comes after this one: the end of the page before
 * @param limit how many at once, 1 to 100
 * @since 1.0
 */
public record DocumentQuery(Optional<Match> match, Optional<UUID> owner, Optional<String> after, int limit) {

    private static final int MOST = 100;

    /**
     * Checks the limits.
     *
     * @throws org.gatewright.spi.error.GatewrightException with {@link DocumentError#REFUSED} and a sentence that says which one
     */
    public DocumentQuery {
        after.ifPresent(key -> Limits.checked("key", key));
        if (limit < 1 || limit > MOST) {
            throw Limits.refused("A page has 1 to " + MOST + " documents, and not " + limit + ".");
        }
    }

    /**
     * A value of an index.
     *
     * @param value 1 to 255 characters
     */
    public record Match(String index, String value) {
        /**
         * Checks the value.
         *
         * @throws org.gatewright.spi.error.GatewrightException with {@link DocumentError#REFUSED}
         */
        public Match {
            Limits.checked("value of the index “" + index + "”", value);
        }
    }

    /** All of the collection. */
    public static DocumentQuery all() {
        return new DocumentQuery(Optional.empty(), Optional.empty(), Optional.empty(), MOST);
    }

    /** Those with this value of an index. */
    public static DocumentQuery where(String index, String value) {
        return new DocumentQuery(Optional.of(new Match(index, value)), Optional.empty(), Optional.empty(), MOST);
    }

    /** Of these, those of the user. */
    public DocumentQuery ownedBy(UUID user) {
        return new DocumentQuery(match, Optional.of(user), after, limit);
    }

    /** Of these, those after the key. */
    public DocumentQuery after(String key) {
        return new DocumentQuery(match, owner, Optional.of(key), limit);
    }

    /** So many at once. */
    public DocumentQuery limit(int most) {
        return new DocumentQuery(match, owner, after, most);
    }
}
