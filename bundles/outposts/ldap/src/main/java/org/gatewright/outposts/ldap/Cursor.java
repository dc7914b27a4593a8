package org.gatewright.outposts.ldap;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a search goes on. It is the cookie of a paged search as it stands: whoever writes one of their own sees no more than they may see.
 *
 * @param part the part of the tree
 * @param after the last entry of that part that was looked at; empty before the first
 */
record Cursor(Part part, String after) {

    /** The parts, in order. */
    enum Part {
        UNITS,
        USERS,
        GROUPS,
        VIRTUAL_GROUPS
    }

    static final Cursor START = new Cursor(Part.UNITS, "");

    /** Reads a cookie; empty if it is none. No bytes are the beginning. */
    static Optional<Cursor> read(byte[] cookie) {
        if (cookie.length == 0) {
            return Optional.of(START);
        }
        String text = new String(cookie, StandardCharsets.UTF_8);
        String after = text.substring(1);
        int part = text.charAt(0) - '0';
        boolean valid = part >= 0
                && part < Part.values().length
                && (Part.values()[part] == Part.GROUPS || after.matches("[0-9]{0,18}"));
        return valid ? Optional.of(new Cursor(Part.values()[part], after)) : Optional.empty();
    }

    byte[] write() {
        return (part.ordinal() + after).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the number after which to go on. */
    long number() {
        return after.isEmpty() ? 0 : Long.parseLong(after);
    }

    /** Returns the beginning of the next part; empty after the last one. */
    Optional<Cursor> next() {
        int following = part.ordinal() + 1;
        return following < Part.values().length
                ? Optional.of(new Cursor(Part.values()[following], ""))
                : Optional.empty();
    }
}
