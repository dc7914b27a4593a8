package org.gatewright.rest.collection;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.gatewright.port.configuration.ApplicationFields;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.AccessControl;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.port.policy.PolicyEngine;
import org.gatewright.port.policy.PolicyQuestion;
import org.gatewright.spi.data.JsonObject;

/** Applications. Without {@code superuser_full_list=true} the list is the library: what the caller's policies let them open. */
final class ApplicationsCollection extends ConfigurationCollection {

    private static final String FULL = "superuser_full_list";
    private static final String LAUNCHABLE = "only_with_launch_url";

    private final Configuration configuration;
    private final PolicyEngine policies;

    ApplicationsCollection(Configuration configuration, AccessControl access, PolicyEngine policies) {
        super(configuration, access, Model.APPLICATION, "", Key.NAME, "core/applications");
        this.configuration = configuration;
        this.policies = policies;
    }

    @Override
    public Page<JsonObject> list(Actor actor, PageRequest page) {
        boolean full = "true".equals(page.filters().get(FULL));
        boolean launchable = "true".equals(page.filters().get(LAUNCHABLE));
        PageRequest plain = new PageRequest(page.page(), page.size(), page.ordering(), page.search(), Map.of());
        if (full) {
            return super.list(actor, plain);
        }
        return ObjectPages.of(
                objects().stream()
                        .filter(object -> mayOpen(actor, object))
                        .map(this::show)
                        .filter(shown -> !shown.bool("meta_hide").orElse(false))
                        .filter(shown -> !launchable || shown.text("launch_url").isPresent())
                        .toList(),
                plain);
    }

    @Override
    JsonObject show(ConfigurationObject object) {
        JsonObject shown = super.show(object).with("pk", object.id().toString());
        return shown.with("launch_url", launchUrl(shown));
    }

    /** The address that the administrator gave, else the origin of the provider's first redirect address, if its settings have one. */
    private Optional<String> launchUrl(JsonObject application) {
        return application.text("meta_launch_url").filter(url -> !url.isEmpty()).or(() -> application
                .integer("provider")
                .flatMap(this::originOfProvider));
    }

    private Optional<String> originOfProvider(long provider) {
        return configuration.snapshot().object(Model.PROVIDER, provider).stream()
                .flatMap(object -> object.fields().objects("redirect_uris").stream())
                .flatMap(uri -> uri.text("url").stream())
                .map(URI::create)
                .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                .map(uri -> uri.getScheme() + "://" + uri.getRawAuthority() + "/")
                .findFirst();
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
