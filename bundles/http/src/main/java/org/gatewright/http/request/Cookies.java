package org.gatewright.http.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.gatewright.port.flow.CookieChange;
import org.gatewright.port.flow.CookieNames;

/** Reads and writes the cookies of this server. Under https their names begin with {@code __Host-}, and others do not count (RFC 6265bis section 4.1.3.2). */
public final class Cookies {

    private static final String PREFIX = "__Host-";
    private static final List<String> NAMES =
            List.of(CookieNames.SESSION, CookieNames.BROWSER, CookieNames.FLOW, CookieNames.CSRF);

    private Cookies() {}

    /** Returns the values by name without prefix. */
    public static Map<String, String> read(HttpServletRequest request, boolean secure) {
        Map<String, String> values = new HashMap<>();
        for (Cookie cookie : Optional.ofNullable(request.getCookies()).orElse(new Cookie[0])) {
            for (String name : NAMES) {
                if (cookie.getName().equals(secure ? PREFIX + name : name)) {
                    values.putIfAbsent(name, cookie.getValue());
                }
            }
        }
        return values;
    }

    /** Adds the changes to the answer. */
    public static void write(Exchange exchange, List<CookieChange> changes) {
        changes.forEach(change -> exchange.response().addHeader("Set-Cookie", header(change, exchange.isSecure())));
    }

    private static String header(CookieChange change, boolean secure) {
        StringBuilder header = new StringBuilder(secure ? PREFIX : "")
                .append(change.name())
                .append('=')
                .append(change.value().orElse(""))
                .append("; Path=/; SameSite=Lax");
        if (secure) {
            header.append("; Secure");
        }
        if (!change.name().equals(CookieNames.CSRF)) {
            header.append("; HttpOnly");
        }
        if (change.value().isEmpty()) {
            header.append("; Max-Age=0");
        } else {
            change.maxAge().ifPresent(age -> header.append("; Max-Age=").append(age.toSeconds()));
        }
        return header.toString();
    }
}
