package org.gatewright.credentials.argon2id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CostTest {

    @Test
    void namesTheSettingThatIsOutOfRange() {
        assertThatThrownBy(() -> new Cost(7, 1, 1))
                .hasMessageContaining("memory_kib is 7 and must be from 8 to 1048576");
        assertThatThrownBy(() -> new Cost(64, 0, 1)).hasMessageContaining("iterations");
        assertThatThrownBy(() -> new Cost(64, 1, 65)).hasMessageContaining("parallelism");
        assertThatThrownBy(() -> new Cost(64, 1, 9)).hasMessageContaining("memory_kib is 64 and must be from 72");
    }

    @Test
    void comparesMemoryAndPasses() {
        Cost today = new Cost(64, 2, 1);
        assertThat(new Cost(32, 9, 1).isWeakerThan(today)).isTrue();
        assertThat(new Cost(128, 1, 1).isWeakerThan(today)).isTrue();
        assertThat(new Cost(64, 2, 4).isWeakerThan(today)).isFalse();
    }

    @Test
    void hasTheDefaultsOfTheManual() throws NoSuchMethodException {
        assertThat(Argon2idSettings.class.getMethod("memory__kib").getDefaultValue())
                .isEqualTo(19456);
        assertThat(Argon2idSettings.class.getMethod("iterations").getDefaultValue())
                .isEqualTo(2);
        assertThat(Argon2idSettings.class.getMethod("parallelism").getDefaultValue())
                .isEqualTo(1);
    }
}
