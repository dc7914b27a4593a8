package org.gatewright.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.Test;

class ConfigurationObjectsTest {

    private final House house = new House();

    private ConfigurationObject application(String slug, JsonObject fields) {
        return house.configuration.put(
                Model.APPLICATION,
                "",
                JsonObject.of("name", slug).with("slug", slug).merge(fields));
    }

    private Optional<String> launchUrl(String slug) {
        return house.list("core/applications", "slug=" + slug).objects("results").stream()
                .flatMap(shown -> shown.text("launch_url").stream())
                .findFirst();
    }

    private long provider(String... redirects) {
        List<JsonObject> uris = java.util.Arrays.stream(redirects)
                .map(url -> JsonObject.of("url", url))
                .toList();
        return house.configuration
                .put(Model.PROVIDER, "oauth2", JsonObject.of("name", "p").with("redirect_uris", uris))
                .pk();
    }

    @Test
    void listsWhatSingleObjectPermissionsAllow() {
        ConfigurationObject seen = house.configuration.put(Model.FLOW, "", JsonObject.of("name", "seen"));
        house.configuration.put(Model.FLOW, "", JsonObject.of("name", "unseen"));
        house.grant("view", seen);

        assertThat(house.names("flows/instances")).containsExactly("seen");
        assertThat(house.list("flows/instances").object("pagination").flatMap(p -> p.integer("count")))
                .hasValue(1L);
    }

    @Test
    void filtersBySettingsThatNoObjectHas() {
        house.grantEverything();
        house.catalogue.install(Kind.STAGE, "tea", new Object());
        house.configuration.schema(Model.STAGE, "tea", "name", "cups");
        house.configuration.put(Model.STAGE, "tea", JsonObject.of("name", "one"));

        assertThat(house.names("stages/tea", "cups=2")).isEmpty();
        assertThat(house.names("stages/tea", "saucers=2")).containsExactly("one");
    }

    @Test
    void ignoresFieldsThatAreOnlyShown() {
        house.grantEverything();
        house.catalogue.install(Kind.STAGE, "tea", new Object());
        house.configuration.schema(Model.STAGE, "tea", "name", "installed");

        house.api.create(
                house.caller(),
                "stages/tea",
                JsonObject.of("name", "one")
                        .with("pk", "x")
                        .with("component", "y")
                        .with("verbose_name", "z")
                        .with("installed", "a setting of this type"));

        assertThat(house.configuration.named(Model.STAGE, "one").orElseThrow().fields())
                .isEqualTo(JsonObject.of("name", "one").with("installed", "a setting of this type"));
    }

    @Test
    void showsGeneratedSecretsInTheAnswerToTheCreationOnly() {
        house.grantEverything();
        house.catalogue.install(Kind.PROTOCOL, "oauth2", new Object());
        house.configuration.schema(Model.PROVIDER, "oauth2", "name").generating(JsonObject.of("client_secret", "once"));

        var created = (JsonObject) house.api
                .create(house.caller(), "providers/oauth2", JsonObject.of("name", "p"))
                .getEntity();

        String key = created.get("pk").orElseThrow().toString();
        assertThat(created.text("client_secret")).hasValue("once");
        assertThat(house.api.retrieve(house.caller(), "providers/oauth2", key).has("client_secret"))
                .isFalse();
        assertThat(house.api
                        .change(house.caller(), "providers/oauth2", key, JsonObject.of("name", "q"))
                        .has("client_secret"))
                .isFalse();
    }

    @Test
    void listsAndDeletesInstancesOfTypesThatAreGone() {
        house.grantEverything();
        ConfigurationObject orphan = house.configuration.put(Model.STAGE, "gone", JsonObject.of("name", "orphan"));

        assertThat(house.names("stages/gone")).containsExactly("orphan");
        assertThat(house.names("stages/all")).containsExactly("orphan");
        assertThat(house.api
                        .retrieve(house.caller(), "stages/gone", orphan.id().toString())
                        .text("component"))
                .hasValue("gone");

        house.api.delete(house.caller(), "stages/gone", orphan.id().toString());

        assertThat(house.configuration.objects(Model.STAGE)).isEmpty();
        assertThatExceptionOfType(GatewrightException.class).isThrownBy(() -> house.list("stages/gone"));
    }

    @Test
    void showsTheLibraryToAnybodyWhoSignedIn() {
        application("open", JsonObject.empty());
        application("hidden", JsonObject.of("meta_hide", true));
        house.refusedByPolicy.add(application("refused", JsonObject.empty()).id());

        assertThat(house.names("core/applications")).containsExactly("open");
        assertThat(house.names("core/applications", "superuser_full_list=true")).containsExactly("open");
        assertThat(house.names("core/applications", "slug=other")).isEmpty();
        assertThat(house.grantEverything().names("core/applications", "superuser_full_list=true"))
                .containsExactly("open", "hidden", "refused");
    }

    @Test
    void launchesAtTheGivenAddress() {
        application(
                "a", JsonObject.of("meta_launch_url", "https://a.example/start").with("provider", provider()));

        assertThat(launchUrl("a")).hasValue("https://a.example/start");
    }

    @Test
    void launchesAtTheOriginOfTheFirstRedirectAddressThatHasOne() {
        application("a", JsonObject.of("provider", provider("https://a.example:8443/oidc/callback?x=1")));
        application(
                "b",
                JsonObject.of("meta_launch_url", "")
                        .with("provider", provider("https://.*\\.example/[a", "app:/back", "http://b.example/cb")));
        application("c", JsonObject.of("provider", provider("app://back/here", "https:///nowhere")));
        application("d", JsonObject.empty());

        assertThat(launchUrl("a")).hasValue("https://a.example:8443/");
        assertThat(launchUrl("b")).hasValue("http://b.example/");
        assertThat(launchUrl("c")).isEmpty();
        assertThat(launchUrl("d")).isEmpty();
        assertThat(house.names("core/applications", "only_with_launch_url=true"))
                .containsExactly("a", "b");
    }
}
