package org.gatewright.http.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.gatewright.port.http.Languages;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.http.Parameters;

/**
 * One request on its way through the entry.
 *
 * @param request with a bounded body
 * @param path decoded
 * @param cookies of this server, by name without prefix
 * @param id what log lines and error pages name it by
 */
public record Exchange(
        BoundedBody request,
        HttpServletResponse response,
        String path,
        ClientInfo client,
        Map<String, String> cookies,
        String id) {

    /** The request attribute that holds the exchange. */
    public static final String ATTRIBUTE = "org.gatewright.http.exchange";

    /** Returns the exchange that the filter has attached. */
    public static Exchange of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
            return exchange;
        }
        throw new IllegalStateException("the request did not come through the entry's filter");
    }

    /** Returns the method in upper case. */
    public String method() {
        return request.getMethod();
    }

    /** Tells whether the method promises to change nothing (RFC 9110 section 9.2.1). */
    public boolean isSafe() {
        return method().equals("GET") || method().equals("HEAD") || method().equals("OPTIONS");
    }

    /** Returns the parameters of the address. */
    public Parameters query() {
        return FormDecoder.decode(Optional.ofNullable(request.getQueryString()));
    }

    /** Returns the languages that are wanted, the most wanted one first. */
    public List<Locale> languages() {
        return Languages.of(query().first("locale"), Optional.ofNullable(request.getHeader("Accept-Language")));
    }

    /** Returns the query of the address as it was sent; empty without one. */
    public String rawQuery() {
        return Optional.ofNullable(request.getQueryString()).orElse("");
    }

    /** Tells whether the client came over TLS, perhaps to a proxy. */
    public boolean isSecure() {
        return "https".equals(client.origin().getScheme());
    }

    /** Tells whether a program on this machine sent the request on its own behalf, not through a proxy. */
    public boolean isLocal() {
        return Peer.isLocal(request, String.valueOf(client.origin().getHost()));
    }

    /** Tells whether the body is of the media type. */
    public boolean hasMediaType(String mediaType) {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        int semicolon = type.indexOf(';');
        return mediaType.equalsIgnoreCase((semicolon < 0 ? type : type.substring(0, semicolon)).trim());
    }

    /** Tells whether a person is likely to read the answer. */
    public boolean wantsHtml() {
        return Optional.ofNullable(request.getHeader("Accept")).orElse("").contains("text/html");
    }

    /** Tells whether a script of another origin sent the request. */
    public boolean isForeign() {
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equals(client.origin().toString());
    }
}
