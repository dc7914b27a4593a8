package org.gatewright.mappings.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CelSelfTestTest {

    @Test
    void findsNothing() {
        assertThat(new CelSelfTest().problems()).isEmpty();
    }
}
