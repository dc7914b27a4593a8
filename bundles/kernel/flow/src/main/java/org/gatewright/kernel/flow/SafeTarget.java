package org.gatewright.kernel.flow;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Tells which addresses the parameter {@code next} may name: paths of this server, nothing that a browser could read as another host. */
final class SafeTarget {

    private static final int LONGEST = 2048;

    private SafeTarget() {}

    static Optional<String> of(Optional<String> next) {
        return next.filter(SafeTarget::isSafe);
    }

    private static boolean isSafe(String target) {
        return target.length() <= LONGEST
                && target.startsWith("/")
                && !target.startsWith("//")
                && target.indexOf('\\') < 0
                && target.chars().noneMatch(c -> c <= ' ' || c >= 127)
                && isRelative(target);
    }

    private static boolean isRelative(String target) {
        try {
            URI uri = new URI(target);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
