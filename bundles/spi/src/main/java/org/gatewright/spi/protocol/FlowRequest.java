package org.gatewright.spi.protocol;

import java.util.Optional;
import org.gatewright.spi.data.JsonObject;

/**
 * A flow that a protocol wants to be run.
 *
 * @param flow the slug
 * @param provider the provider on whose behalf; the kernel asks the policies of its application before a flow of designation {@code authorization} begins
 * @param facts what the stages should know, such as the permissions of a consent
 * @param continuation given to {@link Protocol#resume} when the flow ends; at most 4,096 characters as JSON
 * @param interactive whether the visitor may be asked anything; if not, a flow that would ask does not begin
 * @since 1.0
 */
public record FlowRequest(
        String flow,
        Optional<Provider<?>> provider,
        JsonObject facts,
        Continuation continuation,
        boolean interactive) {}
