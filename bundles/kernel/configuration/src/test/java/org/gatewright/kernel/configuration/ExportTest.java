package org.gatewright.kernel.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Model;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.plugin.Kind;
import org.junit.jupiter.api.Test;

/** The configuration of one server is written and made again on another one. */
class ExportTest {

    private final World world = new World();
    private final World other = new World();

    private String filled() {
        world.configuration.applyBlueprint(Actor.system(), """
                version: 1
                entries:
                  - {model: gatewright.group, id: staff, identifiers: {name: "staff: all"}}
                  - {model: gatewright.flow, id: flow, identifiers: {slug: login}, attrs: {name: "2026-11-25", title: "a: b\\n#c", designation: authentication}}
                  - model: gatewright.stage.echo
                    id: stage
                    identifiers: {name: echo-stage}
                    attrs: {times: 5, secret: hidden, group: !KeyOf staff}
                  - {model: gatewright.flowstagebinding, identifiers: {target: !KeyOf flow, stage: !KeyOf stage, order: 10}}
                  - {model: gatewright.policybinding, identifiers: {target: !KeyOf flow, group: !KeyOf staff, order: 0}}
                  - model: gatewright.provider.wire
                    id: provider
                    identifiers: {name: wire}
                    attrs: {client_id: me, client_secret: plain, authorization_flow: !KeyOf flow}
                  - {model: gatewright.application, identifiers: {slug: wiki}, attrs: {name: Wiki, provider: !KeyOf provider}}
                  - {model: gatewright.brand, identifiers: {domain: example.org}, attrs: {flow_authentication: !KeyOf flow}}
                """);
        return world.configuration.exportBlueprint();
    }

    @Test
    void anotherServerIsMadeTheSame() {
        String exported = filled();

        other.configuration.applyBlueprint(Actor.system(), exported);

        assertThat(other.configuration.exportBlueprint()).isEqualTo(exported);
        ConfigurationObject flow = named(other, Model.FLOW, "login");
        assertThat(other.shown(flow).text("name")).hasValue("2026-11-25");
        assertThat(other.shown(flow).text("title")).hasValue("a: b\n#c");
        assertThat(other.configuration.snapshot().stageBindings(flow.id())).hasSize(1);
        assertThat(other.configuration.snapshot().policyBindings(flow.id())).hasSize(1);
        assertThat(other.outside.groupNamed("staff: all")).isPresent();
        assertThat(other.configuration
                        .snapshot()
                        .application("wiki")
                        .orElseThrow()
                        .value()
                        .provider())
                .contains(named(other, Model.PROVIDER, "wire").pk());
    }

    @Test
    void applyingItToItsOwnServerChangesNothing() {
        String exported = filled();
        List<String> before = world.events.actions();

        world.configuration.applyBlueprint(Actor.system(), exported);

        assertThat(world.events.actions()).isEqualTo(before);
        assertThat(world.configuration.exportBlueprint()).isEqualTo(exported);
    }

    @Test
    void secretsAreNotInItAndStayWhereTheyAre() {
        String exported = filled();
        assertThat(exported).doesNotContain("hidden", "plain", "sealed", "sha256", "secret:", "client_secret:");

        other.configuration.applyBlueprint(Actor.system(), exported);

        assertThat(other.shown(named(other, Model.STAGE, "echo-stage")).has("secret"))
                .isFalse();
        assertThat(world.shown(named(world, Model.STAGE, "echo-stage")).text("secret"))
                .hasValue("********");
    }

    @Test
    void instancesOfAnAbsentTypeAreInIt() {
        filled();
        world.catalogue.uninstall(Kind.STAGE, "echo");

        String exported = world.configuration.exportBlueprint();

        assertThat(exported).contains("gatewright.stage.echo", "times: 5").doesNotContain("hidden", "sealed");
        assertThatThrownBy(() -> withoutEcho().configuration.applyBlueprint(Actor.system(), exported))
                .isInstanceOfSatisfying(
                        InvalidFieldsException.class,
                        e -> assertThat(e.fields().values()).anySatisfy(sentences -> assertThat(sentences)
                                .anyMatch(one -> one.contains("“echo” is not installed"))));
    }

    private World withoutEcho() {
        other.catalogue.uninstall(Kind.STAGE, "echo");
        return other;
    }

    private static ConfigurationObject named(World world, Model model, String name) {
        return world.configuration.snapshot().named(model, name).orElseThrow();
    }
}
