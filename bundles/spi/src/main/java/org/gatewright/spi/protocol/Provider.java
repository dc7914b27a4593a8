package org.gatewright.spi.protocol;

import java.util.Optional;
import java.util.UUID;

/**
 * An instance of a protocol with the application that uses it.
 *
 * @param id never changes
 * @param name for people
 * @param settings as bound from what the administrator set
 * @param application slug of the application; empty as long as none uses the provider
 * @param applicationName its name for people, empty without one
 * @param authenticationFlow slug of the flow that signs a user in
 * @param authorizationFlow slug of the flow that asks for consent
 * @param invalidationFlow slug of the flow that signs a user out
 * @since 1.0
 */
public record Provider<S extends Record>(
        UUID id,
        String name,
        S settings,
        Optional<String> application,
        String applicationName,
        String authenticationFlow,
        String authorizationFlow,
        String invalidationFlow) {}
