package org.gatewright.kernel.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlueprintTest {

    private static final String WHOLE = """
            version: 1
            metadata:
              name: Test
            context:
              title: From the context
              on: true
            entries:
              - model: authentik_core.group
                id: staff
                identifiers: {name: staff}
                attrs: {is_superuser: true}
              - model: authentik_flows.flow
                id: flow
                identifiers: {slug: login}
                attrs:
                  name: !Format ["%s of %d%%", Login, 7]
                  title: !Context title
                  designation: !If [!Condition [AND, !Context on, true], authentication, recovery]
              - model: authentik_stages_echo.echostage
                id: stage
                identifiers: {name: !Env [NO_SUCH_VARIABLE, echo-stage]}
                attrs:
                  times: 5
                  secret: hidden
                  group: !KeyOf staff
              - model: gatewright.stage.echo
                conditions: [!Context [off, false]]
                identifiers: {name: never}
              - model: authentik_flows.flowstagebinding
                identifiers:
                  target: !Find [authentik_flows.flow, [slug, login]]
                  stage: !KeyOf stage
                attrs: {order: 10}
              - model: authentik_policies.policybinding
                identifiers: {target: !KeyOf flow, order: 0}
                attrs: {group: !Find [authentik_core.group, [name, staff]]}
              - model: authentik_providers_wire.wireprovider
                id: provider
                identifiers: {name: wire}
                attrs: {client_id: me, client_secret: plain, authorization_flow: !KeyOf flow}
              - model: authentik_core.application
                identifiers: {slug: wiki}
                attrs: {name: Wiki, provider: !KeyOf provider}
              - model: gatewright.brand
                identifiers: {domain: example.org}
                attrs: {flow_authentication: !KeyOf flow}
            """;

    private final World world = new World();

    @Test
    void everythingIsAppliedInOneTransaction() {
        apply(WHOLE);
        var snapshot = world.configuration.snapshot();
        var flow = snapshot.flow("login").orElseThrow();
        assertThat(flow.value().name()).isEqualTo("Login of 7%");
        assertThat(flow.value().title()).isEqualTo("From the context");
        assertThat(snapshot.stageBindings(flow.id())).hasSize(1);
        assertThat(snapshot.policyBindings(flow.id())).hasSize(1);
        assertThat(snapshot.objects(Model.STAGE))
                .extracting(stage -> stage.name())
                .containsExactly("echo-stage");
        assertThat(snapshot.application("wiki").orElseThrow().value().provider())
                .isPresent();
        assertThat(snapshot.brand("example.org").value().flowAuthentication()).contains(flow.id());
        assertThat(world.database
                        .groups()
                        .findByName("staff")
                        .orElseThrow()
                        .fields()
                        .superuser())
                .isTrue();
        assertThat(snapshot.revision()).isEqualTo(1);
    }

    @Test
    void appliedTwiceItChangesNothing() {
        apply(WHOLE);
        var before = world.configuration.snapshot().objects(Model.STAGE);
        int events = world.events.actions().size();
        apply(WHOLE);
        assertThat(world.configuration.snapshot().objects(Model.STAGE)).isEqualTo(before);
        assertThat(world.events.actions()).hasSize(events);
    }

    @Test
    void statesSayWhatHappensToWhatIsThere() {
        world.flow("login");
        apply(entry("state: created", "login", "name: Other"));
        assertThat(world.configuration
                        .snapshot()
                        .flow("login")
                        .orElseThrow()
                        .value()
                        .name())
                .isEqualTo("login");
        apply(entry("state: present", "login", "name: Other"));
        assertThat(world.configuration
                        .snapshot()
                        .flow("login")
                        .orElseThrow()
                        .value()
                        .name())
                .isEqualTo("Other");
        assertRefused(entry("state: must_created", "login", "name: x"), "entries.0", "It exists");
        apply(entry("state: absent", "login", ""));
        assertThat(world.configuration.snapshot().flow("login")).isEmpty();
        apply(entry("state: absent", "login", ""));
    }

    @Test
    void aTypeThatIsNotInstalledIsNamedAndNothingIsApplied() {
        world.catalogue.uninstall(Kind.STAGE, "echo");
        assertRefused(WHOLE, "entries.2", "authentik_stages_echo.echostage: The stage type “echo” is not installed");
        assertThat(world.configuration.snapshot().objects(Model.FLOW)).isEmpty();
        assertThat(world.database.groups().findByName("staff")).isEmpty();
        world.catalogue.install(Kind.STAGE, "echo", new Object(), java.util.Optional.of(World.EchoSettings.class));
        apply(WHOLE);
    }

    @Test
    void wrongFieldsAreNamedWithTheirEntry() {
        assertRefused(entry("id: a", "Not A Slug", "name: x"), "entries.0.slug", "This must match");
        assertRefused(entry("id: a", "ok", "nonsense: x"), "entries.0.nonsense", "There is no such field.");
    }

    @Test
    void whatRefersToNothingIsAnError() {
        assertRefused(entry("id: a", "ok", "title: !KeyOf nobody"), "entries.0", "no entry before this one");
        assertRefused(
                entry("id: a", "ok", "title: !Find [authentik_flows.flow, [slug, nowhere]]"), "entries.0", "no object");
        assertRefused(entry("id: a", "ok", "title: !Env GATEWRIGHT_SECRET_KEY"), "entries.0", "may not read");
        assertRefused(entry("id: a", "ok", "title: !Find [nonsense, [a, b]]"), "entries.0", "no model");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "entries: []",
                "version: 2\nentries: []",
                "version: 1",
                "version: 1\nentries: [7]",
                "version: 1\nentries: [{model: authentik_core.nonsense}]",
                "version: 1\nentries: [{model: authentik_flows.flow, state: maybe}]",
                "version: 1\nentries: [{model: authentik_flows.flow, attrs: 7}]",
                "version: 1\nentries: [{model: authentik_flows.flow}]",
                "version: 1\nentries: [{model: authentik_flows.flow, identifiers: {slug: !File /etc/passwd}}]",
                "version: 1\nentries: [{model: !!java.net.URL [\"http://localhost\"]}]",
                "version: 1\nversion: 1\nentries: []",
                "version: [",
                "a: &a [x]\nb: *nothing"
            })
    void whatIsNoBlueprintIsRefused(String yaml) {
        assertThatThrownBy(() -> apply(yaml)).isInstanceOf(InvalidFieldsException.class);
    }

    private void apply(String yaml) {
        world.configuration.applyBlueprint(Actor.system(), yaml);
    }

    private void assertRefused(String yaml, String place, String part) {
        assertThatThrownBy(() -> apply(yaml)).isInstanceOfSatisfying(InvalidFieldsException.class, e -> {
            Map<String, List<String>> fields = e.fields();
            assertThat(fields).containsKey(place);
            assertThat(fields.get(place).get(0)).contains(part);
        });
    }

    private static String entry(String line, String slug, String attr) {
        return """
                version: 1
                entries:
                  - model: authentik_flows.flow
                    %s
                    identifiers: {slug: %s}
                    attrs:
                      designation: authentication
                      %s
                """.formatted(line, slug, attr);
    }
}
