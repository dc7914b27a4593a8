package org.gatewright.rest.collection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.ConfigurationSnapshot;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.directory.Permission;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.spi.data.JsonObject;

/** The objects of one model of the configuration, of one type or of all. Works the same for types that nobody here has seen. */
class ConfigurationCollection implements Collection {

    private static final Set<String> READ_ONLY = Set.of(
            "pk",
            "component",
            "verbose_name",
            "meta_model_name",
            "launch_url",
            "installed",
            "assigned_application_slug",
            "assigned_application_name");

    private final Configuration configuration;
    private final AccessControl access;
    private final PluginCatalogue catalogue;
    private final Model model;
    private final String type;
    private final Key key;
    private final String path;

    /** What the addresses of objects end with. */
    enum Key {
        /** The id. */
        UUID,
        /** The number. */
        NUMBER,
        /** The slug. */
        NAME
    }

    ConfigurationCollection(
            Configuration configuration,
            AccessControl access,
            PluginCatalogue catalogue,
            Model model,
            String type,
            Key key,
            String path) {
        this.configuration = configuration;
        this.access = access;
        this.catalogue = catalogue;
        this.model = model;
        this.type = type;
        this.key = key;
        this.path = path;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String model() {
        return model.wireName();
    }

    @Override
    public String keyField() {
        return key == Key.NAME ? "slug" : "pk";
    }

    @Override
    public Set<Operation> operations() {
        return typed() ? Set.of(Operation.values()) : Set.of(Operation.LIST, Operation.RETRIEVE, Operation.DELETE);
    }

    @Override
    public JsonObject schema() {
        return configuration.schema(model, type);
    }

    @Override
    public Optional<UUID> id(String address) {
        return find(address).map(ConfigurationObject::id);
    }

    @Override
    public boolean listsWhatIsPermitted() {
        return true;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        List<ConfigurationObject> visible = visible(actor);
        if (visible.isEmpty()) {
            access.require(actor, Permission.of("view", model()));
        }
        return page(visible, page);
    }

    final List<ConfigurationObject> visible(Actor actor) {
        return objects().stream()
                .filter(object -> access.allows(actor, permission(object)))
                .toList();
    }

    final Page<JsonObject> page(List<ConfigurationObject> objects, PageRequest page) {
        Set<String> fields = new HashSet<>(READ_ONLY);
        fields.addAll(settings());
        return ObjectPages.of(objects.stream().map(this::show).toList(), page, fields);
    }

    @Override
    public JsonObject retrieve(Actor actor, String address) {
        return show(existing(address));
    }

    @Override
    public JsonObject create(Actor actor, JsonObject fields) {
        Configuration.Created created = configuration.create(actor, model, type, writable(fields));
        return show(created.object()).merge(created.generated());
    }

    @Override
    public JsonObject update(Actor actor, String address, JsonObject fields, boolean partial) {
        return show(configuration.update(actor, existing(address).id(), writable(fields), partial));
    }

    @Override
    public void delete(Actor actor, String address) {
        configuration.delete(actor, existing(address).id());
    }

    final List<ConfigurationObject> objects() {
        return configuration.snapshot().objects(model).stream()
                .filter(object -> type.isEmpty() || object.type().equals(type))
                .toList();
    }

    JsonObject show(ConfigurationObject object) {
        JsonObject about = about().show(object);
        return about.merge(configuration.shown(object)).merge(about);
    }

    @Override
    public JsonObject shown() {
        return typed()
                ? Schemas.all(about().schema(), ShownSettings.of(schema()))
                : about().schema().with("additionalProperties", true); // whatever the settings of its type are
    }

    @Override
    public JsonObject created() {
        return typed() ? Schemas.all(shown(), ShownSettings.generated(schema())) : shown();
    }

    /** What is shown of an object besides its settings. */
    Shape<ConfigurationObject> about() {
        Shape<ConfigurationObject> about = key == Key.NUMBER
                ? Shape.<ConfigurationObject>empty().shown("pk", Schemas.NUMBER, ConfigurationObject::pk)
                : Shape.<ConfigurationObject>empty().shown("pk", Schemas.ID, ConfigurationObject::id);
        if (model.kind().isPresent()) {
            about = about.shown("component", Schemas.TEXT, ConfigurationObject::type);
        }
        return model != Model.PROVIDER
                ? about
                : about.shownIfAny("assigned_application_slug", Schemas.TEXT, object -> application(object)
                                .map(ApplicationFields::slug))
                        .shownIfAny("assigned_application_name", Schemas.TEXT, object -> application(object)
                                .map(ApplicationFields::name));
    }

    private Optional<ApplicationFields> application(ConfigurationObject provider) {
        return configuration.snapshot().applicationOf(provider.pk()).map(Entry::value);
    }

    private Permission permission(ConfigurationObject object) {
        return new Permission("view", model(), Optional.of(object.id()));
    }

    final ConfigurationObject existing(String address) {
        return find(address).orElseThrow(Collection::notFound);
    }

    private Optional<ConfigurationObject> find(String address) {
        return lookUp(address)
                .filter(object -> object.model() == model
                        && (type.isEmpty() || object.type().equals(type)));
    }

    private Optional<ConfigurationObject> lookUp(String address) {
        ConfigurationSnapshot snapshot = configuration.snapshot();
        try {
            return switch (key) {
                case UUID -> snapshot.object(java.util.UUID.fromString(address));
                case NUMBER -> snapshot.object(model, Long.parseLong(address));
                case NAME -> snapshot.named(model, address);
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is only shown may be sent back, and does not count; a type's own setting of that name does. */
    private JsonObject writable(JsonObject fields) {
        Set<String> settings = settings();
        JsonObject result = fields;
        for (String name : READ_ONLY) {
            result = settings.contains(name) ? result : result.without(name);
        }
        return result;
    }

    /** Returns the names of the fields that can be set; nothing is known of those of absent types. */
    private Set<String> settings() {
        boolean known = typed()
                && model.kind()
                        .map(kind -> catalogue.snapshot().active(kind, type).isPresent())
                        .orElse(true);
        return known
                ? schema().object("properties")
                        .orElse(JsonObject.empty())
                        .members()
                        .keySet()
                : Set.of();
    }

    private boolean typed() {
        return model.kind().isEmpty() || !type.isEmpty();
    }
}
