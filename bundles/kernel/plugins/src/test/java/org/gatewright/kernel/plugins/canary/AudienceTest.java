package org.gatewright.kernel.plugins.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.port.plugins.Audience;
import org.gatewright.port.plugins.Occasion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {

    private static final Occasion ALICE = new Occasion() {
        @Override
        public Optional<String> application() {
            return Optional.of("shop");
        }

        @Override
        public Optional<String> brand() {
            return Optional.of("id.example.org");
        }

        @Override
        public Optional<String> user() {
            return Optional.of("Alice");
        }

        @Override
        public Collection<String> groups() {
            return List.of("Staff", "a = b");
        }
    };

    private record Flow(UUID id) implements Occasion {
        @Override
        public Optional<UUID> flow() {
            return Optional.of(id);
        }
    }

    private static boolean includes(String audience, Occasion occasion) {
        return Audience.parse(audience).includes(occasion, "1.1.0");
    }

    @Test
    void knowsItsOwn() {
        for (String own :
                List.of("application=shop", "brand=ID.example.org", "user=alice", "group=Staff", "group=a = b")) {
            assertThat(includes(own, ALICE)).as(own).isTrue();
            assertThat(includes(own, Occasion.UNKNOWN)).as(own).isFalse();
        }
        for (String other :
                List.of("application=wiki", "brand=other.example.org", "user=bob", "group=staff", "group=Sta")) {
            assertThat(includes(other, ALICE)).as(other).isFalse();
        }
    }

    @Test
    void drawsTheShareThatItSays() {
        long flows = IntStream.range(0, 10_000)
                .filter(i -> includes("share=20", new Flow(UUID.randomUUID())))
                .count();
        long calls = IntStream.range(0, 10_000)
                .filter(i -> includes("share=20", Occasion.UNKNOWN))
                .count();

        assertThat(flows).isBetween(1_800L, 2_200L);
        assertThat(calls).isBetween(1_800L, 2_200L);
    }

    @Test
    void drawsOtherFlowsForAnotherVersion() {
        Audience half = Audience.parse("share=50");

        long same = IntStream.range(0, 10_000)
                .mapToObj(i -> new Flow(UUID.randomUUID()))
                .filter(flow -> half.includes(flow, "1.1.0") == half.includes(flow, "1.2.0"))
                .count();

        assertThat(same).isBetween(4_700L, 5_300L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"share=1", "share=99", "application=shop", "brand=id.example.org", "group=a = b", "user=al"})
    void writesWhatItReads(String text) {
        assertThat(Audience.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "share",
                "share=",
                "share=0",
                "share=100",
                "share=-1",
                "share=1.5",
                "share=ten",
                "share=٣",
                "Share=10",
                "user=",
                "user= ",
                "=alice",
                "tenant=x",
                "alice"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Audience.parse(text))
                .isInstanceOfSatisfying(InvalidFieldsException.class, e -> assertThat(e.fields())
                        .containsOnlyKeys("canary"));
    }
}
