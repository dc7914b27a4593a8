package org.gatewright.kernel.flow;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.flow.CookieChange;
import org.gatewright.port.flow.CookieNames;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.data.SecretHash;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.stage.FactNames;

/** One request of a browser: one snapshot, one moment, and the cookies that the answer will change. For one thread. */
final class Turn {

    /** What a rolled back transaction must not leave behind. */
    record Mark(Optional<Session> session, boolean resolved, Map<String, CookieChange> changes) {
        Mark {
            changes = Map.copyOf(changes);
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sessions sessions;
    private final Directory directory;
    private final ConfigurationSnapshot configuration;
    private final ClientInfo client;
    private final Instant now;
    private final Map<String, String> cookies;
    private final Map<String, CookieChange> changes = new LinkedHashMap<>();
    private final Map<UUID, Optional<User>> users = new HashMap<>();
    private Optional<Session> session = Optional.empty();
    private boolean resolved;
    private List<Locale> languages = List.of();

    Turn(
            Sessions sessions,
            Directory directory,
            ConfigurationSnapshot configuration,
            ClientInfo client,
            Instant now,
            Map<String, String> cookies) {
        this.sessions = sessions;
        this.directory = directory;
        this.configuration = configuration;
        this.client = client;
        this.now = now;
        this.cookies = cookies;
    }

    ConfigurationSnapshot configuration() {
        return configuration;
    }

    ClientInfo client() {
        return client;
    }

    Instant now() {
        return now;
    }

    /** The visitor wants these languages, the first one most. */
    void speak(List<Locale> wanted) {
        languages = wanted;
    }

    List<Locale> languages() {
        return languages;
    }

    /** The session of the browser as it is now, changes of this turn included. */
    Optional<Session> session() {
        if (!resolved) {
            session = cookie(CookieNames.SESSION).flatMap(sessions::resolve);
            resolved = true;
        }
        return session;
    }

    Optional<UUID> sessionUser() {
        return session().map(Session::user);
    }

    /** The user a flow with these facts is about. Somebody who only typed a name is nobody, whoever the session belongs to. */
    Optional<User> user(JsonObject facts) {
        Optional<String> pending = facts.text(FactNames.PENDING_USER);
        if (pending.isPresent()) {
            return pending.flatMap(Turn::id).flatMap(this::user);
        }
        return facts.has(FactNames.PENDING_USER_IDENTIFIER)
                ? Optional.empty()
                : sessionUser().flatMap(this::user);
    }

    /** Read once, and again after {@link #forgetUsers}. */
    private Optional<User> user(UUID id) {
        return users.computeIfAbsent(id, directory::user);
    }

    /** The names of the groups of a user. */
    List<String> groups(User user) {
        return directory.groupNames(user.id());
    }

    /** Called when users may have changed since they were read: where the transaction begins, and after each effect in it. */
    void forgetUsers() {
        users.clear();
    }

    /** What is no id names nobody. */
    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void sessionStarted(Sessions.Started started, Optional<Duration> maxAge) {
        session = Optional.of(started.session());
        resolved = true;
        change(new CookieChange(CookieNames.SESSION, Optional.of(started.cookie()), maxAge));
        rotateCsrf();
    }

    void sessionEnded() {
        session = Optional.empty();
        resolved = true;
        change(CookieChange.remove(CookieNames.SESSION));
        rotateCsrf();
    }

    /** The hash that binds flows to this browser; the browser gets a cookie for it if it has none. */
    String browser() {
        String value = cookie(CookieNames.BROWSER).orElseGet(() -> {
            String random = random();
            change(new CookieChange(CookieNames.BROWSER, Optional.of(random), Optional.empty()));
            return random;
        });
        return SecretHash.of(value).digest();
    }

    boolean isBrowser(String hash) {
        return cookie(CookieNames.BROWSER)
                .filter(value -> hash.length() == 64 && new SecretHash(hash).matches(value))
                .isPresent();
    }

    /** The cookie as the browser will have it. */
    Optional<String> cookie(String name) {
        CookieChange change = changes.get(name);
        return change != null ? change.value() : Optional.ofNullable(cookies.get(name));
    }

    void change(CookieChange change) {
        changes.put(change.name(), change);
    }

    List<CookieChange> changes() {
        return List.copyOf(changes.values());
    }

    Mark mark() {
        return new Mark(session, resolved, changes);
    }

    void restore(Mark mark) {
        forgetUsers();
        session = mark.session();
        resolved = mark.resolved();
        changes.clear();
        changes.putAll(mark.changes());
    }

    private void rotateCsrf() {
        change(new CookieChange(CookieNames.CSRF, Optional.of(random()), Optional.empty()));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
