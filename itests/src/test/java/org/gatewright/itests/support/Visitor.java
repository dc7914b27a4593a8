package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;

/** Somebody with a cookie jar, who follows no redirect by themselves. */
public final class Visitor {

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    /** A visitor with no cookies yet. */
    public Visitor(URI base) {
        this(base, HttpClient.newBuilder());
    }

    /** A visitor with no cookies yet and a connection of their own kind. */
    public Visitor(URI base, HttpClient.Builder connection) {
        this.base = base;
        this.client = connection
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Gets an address, given whole or as a path. */
    public HttpResponse<String> get(String address, String... headers) {
        return send(request(address, headers).GET());
    }

    /** Returns the value of a cookie. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Puts a cookie into the jar, as somebody with power over this browser could. */
    public void plant(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookie.setDomain(base.getHost().contains(".") ? base.getHost() : base.getHost() + ".local");
        cookies.getCookieStore().add(base, cookie);
    }

    /** Throws all cookies away. */
    public void forget() {
        cookies.getCookieStore().removeAll();
    }

    /** Tells whether somebody answers there with 200. */
    public boolean answers(String address) {
        try {
            return get(address).statusCode() == 200;
        } catch (UncheckedIOException nobodyAnswers) {
            return false;
        }
    }

    /** Posts a form. */
    public HttpResponse<String> form(String address, Map<String, String> fields, String... headers) {
        return send(request(address, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(fields))));
    }

    /** Sends JSON with a method. */
    public HttpResponse<String> json(String method, String address, JsonObject body, String... headers) {
        return text(method, address, JsonText.write(body), headers);
    }

    /** Posts the jar of a plug-in, on a connection for it alone: one that is too large is refused before the server has read it. */
    public HttpResponse<String> jar(String address, Path jar, String... headers) {
        try {
            return send(request(address, headers)
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Content-Type", "application/java-archive")
                    .POST(HttpRequest.BodyPublishers.ofFile(jar)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends what claims to be JSON with a method. */
    public HttpResponse<String> text(String method, String address, String body, String... headers) {
        return send(request(address, headers)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Shows the challenge of a flow page's address. */
    public JsonObject challenge(String page) {
        return JsonText.read(get(executor(page)).body());
    }

    /** Answers the challenge of a flow page's address. */
    public JsonObject answer(String page, JsonObject answers) {
        return JsonText.read(json("POST", executor(page), answers).body());
    }

    /** Returns the address of the executor for that of a flow page. */
    public String executor(String page) {
        URI uri = base.resolve(page);
        String slug = uri.getPath().replaceAll("^/if/flow/|/$", "");
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return "/api/v3/flows/executor/" + slug + "/?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** Signs in on the page, from its first challenge to the redirect; returns where that leads. */
    public String signIn(String page, String user, String password) {
        challenge(page);
        answer(page, JsonObject.of("component", "ak-stage-identification").with("uid_field", user));
        JsonObject end =
                answer(page, JsonObject.of("component", "ak-stage-password").with("password", password));
        return end.text("to").orElseThrow(() -> new AssertionError("not signed in: " + JsonText.write(end)));
    }

    /** Encodes a form or a query. */
    public static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String address, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(base.resolve(address)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
