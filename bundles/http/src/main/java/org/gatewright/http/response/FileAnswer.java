package org.gatewright.http.response;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.gatewright.http.request.Exchange;

/**
 * A file, sent whole, or not at all to who has it already (RFC 9110 section 13.1.2).
 *
 * @param immutable whether its address never gets another content
 */
public record FileAnswer(byte[] content, String mediaType, boolean immutable) {

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("mjs", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("webp", "image/webp"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain;charset=utf-8"));

    /** Returns the media type of files with this extension, if it is one that we know. */
    public static Optional<String> mediaType(String file) {
        return Optional.ofNullable(MEDIA_TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
    }

    /** Tells whether the request reads; what it is told if it does not has been written then. */
    public static boolean isRead(Exchange exchange) throws IOException {
        if (exchange.method().equals("GET") || exchange.method().equals("HEAD")) {
            return true;
        }
        exchange.response().setHeader("Allow", "GET, HEAD");
        Answers.problem(exchange, 405, "http/method", "Method not allowed", "Pages and files can only be read.");
        return false;
    }

    /** Writes it. */
    public void write(Exchange exchange) throws IOException {
        String tag = "\"" + digest() + "\"";
        exchange.response().setHeader("ETag", tag);
        exchange.response().setHeader("Cache-Control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
        if (isKnown(exchange, tag)) {
            exchange.response().setStatus(304);
            return;
        }
        exchange.response().setStatus(200);
        exchange.response().setContentType(mediaType);
        exchange.response().setContentLength(content.length);
        if (!exchange.method().equals("HEAD")) {
            exchange.response().getOutputStream().write(content);
        }
    }

    private static boolean isKnown(Exchange exchange, String tag) {
        String known = Optional.ofNullable(exchange.request().getHeader("If-None-Match"))
                .orElse("");
        return Arrays.stream(known.split(","))
                .map(String::trim)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }

    /** Of the content, because reproducible jars give every file the same date. */
    private String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
