package org.gatewright.rest.collection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatewright.json.Schemas;
import org.gatewright.json.Shape;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.plugins.PluginCatalogue;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;

/** Applications. Without {@code superuser_full_list=true} the list is the library: what the caller's policies let them open. */
final class ApplicationsCollection extends ConfigurationCollection {

    private static final String FULL = "superuser_full_list";
    private static final String LAUNCHABLE = "only_with_launch_url";
    private static final Set<String> FIELDS =
            Set.of("slug", "name", "provider", "group", "launch_url", "meta_publisher");

    private final Configuration configuration;
    private final PolicyEngine policies;

    ApplicationsCollection(
            Configuration configuration, AccessControl access, PluginCatalogue catalogue, PolicyEngine policies) {
        super(configuration, access, catalogue, Model.APPLICATION, "", Key.NAME, "core/applications");
        this.configuration = configuration;
        this.policies = policies;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        boolean full = "true".equals(page.filters().get(FULL));
        boolean launchable = "true".equals(page.filters().get(LAUNCHABLE));
        List<ConfigurationObject> visible = full ? visible(actor) : List.of();
        if (!visible.isEmpty()) {
            return page(visible, page);
        }
        return ObjectPages.of(
                objects().stream()
                        .filter(object -> mayOpen(actor, object))
                        .map(this::show)
                        .filter(shown -> !shown.bool("meta_hide").orElse(false))
                        .filter(shown -> !launchable || shown.text("launch_url").isPresent())
                        .toList(),
                page,
                FIELDS);
    }

    @Override
    Shape<ConfigurationObject> about() {
        return super.about().shownIfAny("launch_url", Schemas.TEXT, this::launchUrl);
    }

    /** The address that the administrator gave, else the origin of the provider's first redirect address, if its settings have one. */
    private Optional<String> launchUrl(ConfigurationObject object) {
        JsonObject application = configuration.shown(object);
        return application.text("meta_launch_url").filter(url -> !url.isEmpty()).or(() -> application
                .integer("provider")
                .flatMap(this::originOfProvider));
    }

    private Optional<String> originOfProvider(long provider) {
        return configuration.snapshot().object(Model.PROVIDER, provider).stream()
                .flatMap(object -> object.fields().objects("redirect_uris").stream())
                .flatMap(uri -> uri.text("url").stream())
                .flatMap(uri -> origin(uri).stream())
                .findFirst();
    }

    /** A redirect address may be a pattern or of an app's own scheme: such a one has no origin. */
    private static Optional<String> origin(String address) {
        try {
            URI uri = new URI(address);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return Optional.ofNullable(web ? uri.getHost() : null)
                    .map(host -> uri.getScheme() + "://" + uri.getRawAuthority() + "/");
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean mayOpen(Actor actor, ConfigurationObject object) {
        Optional<Entry<ApplicationFields>> application =
                configuration.snapshot().application(object.name());
        return actor.user().isPresent()
                && application.isPresent()
                && policies.decide(
                                configuration.snapshot(),
                                object.id(),
                                application.get().value().policyEngineMode(),
                                new PolicyQuestion(
                                        actor.user(), Optional.of(object.name()), Optional.empty(), JsonObject.empty()))
                        .passes();
    }
}
