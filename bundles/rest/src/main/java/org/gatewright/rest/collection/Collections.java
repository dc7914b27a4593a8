package org.gatewright.rest.collection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.ApiTokens;
import org.gatewright.port.directory.Devices;
import org.gatewright.port.directory.Groups;
import org.gatewright.port.directory.Users;
import org.gatewright.port.events.Events;
import org.gatewright.port.plugins.PluginCanaries;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.plugins.PluginDocuments;
import org.gatewright.port.plugins.PluginLifecycle;
import org.gatewright.port.plugins.PluginLogs;
import org.gatewright.port.plugins.PluginOperations;
import org.gatewright.port.plugins.PluginTexts;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.session.SigningKeys;
import org.gatewright.rest.collection.ConfigurationCollection.Key;
import org.gatewright.spi.data.JsonObject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All collections: the kernel's own, and one for each type that is installed or has instances. */
@Component(service = Collections.class)
public final class Collections {

    private static final Map<String, Model> KINDS = Map.of(
            "stages",
            Model.STAGE,
            "policies",
            Model.POLICY,
            "providers",
            Model.PROVIDER,
            "authenticatormethods",
            Model.AUTHENTICATOR);

    private final Configuration configuration;
    private final AccessControl access;
    private final PluginCatalogue catalogue;
    private final List<Collection> fixed;
    private final PolicyTrial trial;
    private final TypeList types;

    /** Makes the collections over these services. */
    @Activate
    public Collections(
            @Reference Configuration configuration,
            @Reference AccessControl access,
            @Reference PluginCatalogue catalogue,
            @Reference PolicyEngine policies,
            @Reference Users users,
            @Reference Groups groups,
            @Reference ApiTokens tokens,
            @Reference SigningKeys keys,
            @Reference Events events,
            @Reference PluginLifecycle lifecycle,
            @Reference PluginCanaries canaries,
            @Reference PluginDocuments documents,
            @Reference Devices devices,
            @Reference PluginLogs logs,
            @Reference PluginTexts texts,
            @Reference PluginOperations operations) {
        this.configuration = configuration;
        this.access = access;
        this.catalogue = catalogue;
        this.types = new TypeList(catalogue, configuration, texts);
        this.trial = new PolicyTrial(configuration, access, policies, users);
        this.fixed = List.of(
                new UsersCollection(users, new SystemPermissions(access, () -> all().stream())),
                new GroupsCollection(groups, users),
                new TokensCollection(tokens, users),
                new ApplicationsCollection(configuration, access, catalogue, policies),
                of(Model.BRAND, "", Key.UUID, "core/brands"),
                of(Model.FLOW, "", Key.NAME, "flows/instances"),
                of(Model.STAGE_BINDING, "", Key.UUID, "flows/bindings"),
                of(Model.POLICY_BINDING, "", Key.UUID, "policies/bindings"),
                new KeysCollection(keys),
                new EventsCollection(events),
                new PluginsCollection(catalogue, lifecycle, canaries, logs, operations),
                new PluginOperationsCollection(operations),
                new DocumentsCollection(documents),
                new OwnDevicesCollection(devices),
                new DevicesCollection(devices, users));
    }

    /** Finds the collection at {@code <group>/<name>}. */
    public Optional<Collection> find(String path) {
        return fixed.stream()
                .filter(collection -> collection.path().equals(path))
                .findFirst()
                .or(() -> ofType(path));
    }

    /** Lists the collections that there are now. */
    public List<Collection> all() {
        Stream<Collection> typed = KINDS.entrySet().stream()
                .flatMap(group -> catalogue
                        .snapshot()
                        .active(group.getValue().kind().orElseThrow())
                        .stream()
                        .flatMap(type -> find(group.getKey() + "/" + type.type()).stream()));
        Stream<Collection> across = KINDS.keySet().stream().flatMap(group -> find(group + "/all").stream());
        return Stream.of(fixed.stream(), across, typed).flatMap(each -> each).toList();
    }

    /** Returns the installed types of the kind behind the group of addresses, in the languages that are wanted. */
    public Optional<List<JsonObject>> types(String group, List<Locale> languages) {
        return Optional.ofNullable(KINDS.get(group)).map(model -> types.of(model, languages));
    }

    /** Returns the schemas of the lists of installed types, by the group of addresses. */
    public Map<String, JsonObject> typeSchemas() {
        Map<String, JsonObject> schemas = new TreeMap<>();
        KINDS.forEach((group, model) -> schemas.put(group, types.schema(model)));
        return schemas;
    }

    private Optional<Collection> ofType(String path) {
        int slash = path.indexOf('/');
        String name = path.substring(slash + 1);
        return Optional.ofNullable(slash < 0 ? null : KINDS.get(path.substring(0, slash)))
                .filter(model -> name.equals("all") || exists(model, name))
                .map(model -> ofType(model, name.equals("all") ? "" : name, path));
    }

    private Collection ofType(Model model, String type, String path) {
        return model == Model.POLICY
                ? new PoliciesCollection(configuration, access, catalogue, trial, type, path)
                : of(model, type, model == Model.PROVIDER ? Key.NUMBER : Key.UUID, path);
    }

    private boolean exists(Model model, String type) {
        return catalogue.snapshot().active(model.kind().orElseThrow(), type).isPresent()
                || configuration.snapshot().objects(model).stream()
                        .anyMatch(object -> object.type().equals(type));
    }

    private Collection of(Model model, String type, Key key, String path) {
        return new ConfigurationCollection(configuration, access, catalogue, model, type, key, path);
    }
}
