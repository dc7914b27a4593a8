package org.gatewright.kernel.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatewright.port.directory.Actor;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.Lease;
import org.gatewright.port.plugins.Occasion;
import org.gatewright.port.plugins.Pin;
import org.gatewright.port.plugins.PluginCanaries.Canary;
import org.gatewright.port.plugins.PluginLifecycle.Upload;
import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.plugin.Kind;
import org.gatewright.spi.stage.Stage;
import org.gatewright.spi.stage.StageResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A plug-in that is called in two versions, and what tests ask of it. */
abstract class CanaryScene {

    static final String ECHO = "org.example.echo";
    static final Audience SHOP = Audience.parse("application=shop");
    static final Occasion AT_SHOP = application("shop");
    static final Occasion ELSEWHERE = application("wiki");

    Workshop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new Workshop();
        shop.lifecycle().install(Actor.system(), Workshop.plugin(ECHO, "1.0.0", Map.of()));
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    static Upload hasher(String version) {
        return Workshop.plugin(
                "org.example.hasher",
                version,
                Map.of("Kind", "hasher", "Import-Package", "org.gatewright.spi.credential"));
    }

    Canary begin(String version, String behaviour, Audience audience) {
        return shop.canaries()
                .begin(Actor.system(), Workshop.plugin(ECHO, version, Map.of("Behaves", behaviour)), audience);
    }

    static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(GatewrightException.class, e -> {
            assertThat(e.code()).isEqualTo(CommonError.PLUGIN_REFUSED);
            assertThat(e.detail()).contains(words);
        });
    }

    Pin pin(Occasion occasion) {
        return shop.catalogue().pin(Kind.STAGE, "echo", occasion).orElseThrow();
    }

    void call(Occasion occasion, int times) {
        for (int i = 0; i < times; i++) {
            call(occasion);
        }
    }

    String call(Occasion occasion) {
        try (Lease<Stage> lease = shop.catalogue().lease(Kind.STAGE, "echo", occasion, Stage.class)) {
            return said(lease);
        }
    }

    String call(Pin pin) {
        try (Lease<Stage> lease = shop.catalogue().lease(pin, Stage.class)) {
            return said(lease);
        }
    }

    Optional<ErrorCode> attempt(Occasion occasion) {
        try {
            call(occasion);
            return Optional.empty();
        } catch (GatewrightException e) {
            return Optional.of(e.code());
        }
    }

    static String said(Lease<Stage> lease) {
        StageResult.Done done = (StageResult.Done) lease.<StageResult>call(stage -> stage.handle(null));
        return done.facts().text("said").orElseThrow();
    }

    static Occasion application(String slug) {
        return new Occasion() {
            @Override
            public Optional<String> application() {
                return Optional.of(slug);
            }

            @Override
            public Collection<String> groups() {
                throw new AssertionError("nobody needs the groups");
            }
        };
    }

    static Occasion flow(UUID id) {
        return new Occasion() {
            @Override
            public Optional<UUID> flow() {
                return Optional.of(id);
            }
        };
    }
}
