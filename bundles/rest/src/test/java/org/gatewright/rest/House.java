package org.gatewright.rest;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.UriInfo;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.flow.FlowEngine;
import org.gatewright.port.http.Caller;
import org.gatewright.rest.collection.Collections;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.directory.UserType;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.http.ClientInfo;
import org.gatewright.testkit.port.FakeCatalogue;
import org.gatewright.testkit.port.FakeDevices;
import org.gatewright.testkit.port.FakePluginDocuments;
import org.gatewright.testkit.port.InMemoryDatabase;
import org.gatewright.testkit.port.RecordingEvents;
import org.gatewright.testkit.port.RecordingLifecycle;

/** The API over fakes, with one caller who holds what the test grants. */
final class House implements AccessControl {

    private static final ClientInfo CLIENT = new ClientInfo("192.0.2.1", "", URI.create("http://localhost:9000"));
    static final User USER = new User(
            UUID.randomUUID(),
            900,
            "alice",
            "",
            "",
            true,
            false,
            UserType.INTERNAL,
            "users",
            JsonObject.empty(),
            Optional.empty(),
            Instant.EPOCH);

    final FakeConfiguration configuration = new FakeConfiguration();
    final FakeCatalogue catalogue = new FakeCatalogue();
    final FakeDirectory directory = new FakeDirectory();
    final Set<UUID> refusedByPolicy = new HashSet<>();
    final RecordingEvents events = new RecordingEvents();
    final RecordingLifecycle lifecycle = new RecordingLifecycle();
    final InMemoryDatabase database = new InMemoryDatabase();
    final FakePluginDocuments documents = new FakePluginDocuments(database.documents(), Clock.systemUTC());
    final FakeDevices devices = new FakeDevices(documents);
    final FakePolicies policies = new FakePolicies(refusedByPolicy);
    final Api api;

    private final List<Permission> granted = new ArrayList<>();
    private boolean everything;

    House() {
        Collections collections = new Collections(
                configuration,
                this,
                catalogue,
                policies,
                directory.users(),
                directory.groups(),
                directory.tokens(),
                new FakeSigningKeys(),
                events,
                lifecycle,
                lifecycle,
                documents,
                devices,
                lifecycle,
                (plugin, version, languages) ->
                        text -> languages.contains(Locale.GERMAN) ? text + " auf Deutsch" : text,
                lifecycle);
        api = new Api(
                collections,
                this,
                configuration,
                fake(FlowEngine.class, Map.of("challengeSchema", JsonObject.of("type", "object"))));
    }

    House grant(String action, String model) {
        granted.add(Permission.of(action, model));
        return this;
    }

    House grant(String action, ConfigurationObject object) {
        granted.add(new Permission(action, object.model().wireName(), Optional.of(object.id())));
        return this;
    }

    House grantEverything() {
        everything = true;
        return this;
    }

    JsonObject list(String path, String... query) {
        return api.list(caller(), uri(query), path);
    }

    List<String> names(String path, String... query) {
        return list(path, query).objects("results").stream()
                .flatMap(object -> object.text("name").stream())
                .toList();
    }

    HttpServletRequest caller() {
        return request(Optional.of(USER));
    }

    /** Somebody who wants the language. */
    HttpServletRequest caller(String language) {
        return asking(Optional.of(USER), language);
    }

    HttpServletRequest nobody() {
        return request(Optional.empty());
    }

    private static HttpServletRequest request(Optional<User> user) {
        return asking(user, "");
    }

    private static HttpServletRequest asking(Optional<User> user, String language) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("getAttribute", new Caller(user, Optional.empty(), CLIENT));
        answers.put("getHeader", language);
        answers.put("getParameter", null);
        return fake(HttpServletRequest.class, answers);
    }

    static UriInfo uri(String... query) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        for (String parameter : query) {
            int equals = parameter.indexOf('=');
            parameters.add(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return fake(UriInfo.class, Map.of("getQueryParameters", parameters));
    }

    /** Answers these methods; anything else that is asked fails the test. */
    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                House.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (answers.containsKey(method.getName())) {
                        return answers.get(method.getName());
                    }
                    throw new AssertionError(method.getName());
                }));
    }

    @Override
    public boolean allows(Actor actor, Permission permission) {
        return everything || granted.stream().anyMatch(held -> held.covers(permission));
    }

    @Override
    public void require(Actor actor, Permission permission) {
        if (!allows(actor, permission)) {
            throw new GatewrightException(CommonError.DENIED, "You may not do this.");
        }
    }
}
