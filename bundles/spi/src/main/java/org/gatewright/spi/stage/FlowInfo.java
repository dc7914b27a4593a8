package org.gatewright.spi.stage;

import java.util.Optional;

/**
 * The flow that a step is part of.
 *
 * @param slug names it in addresses
 * @param title for people
 * @param designation such as {@code authentication}
 * @param application slug of the application that is to be opened, if there is one
 * @param applicationName its name for people, empty without one
 * @since 1.0
 */
public record FlowInfo(
        String slug, String title, String designation, Optional<String> application, String applicationName) {}
