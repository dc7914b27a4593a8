package org.gatewright.spi.authenticator;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One sort of second factor, such as codes of an app. Implementations are stateless services, safe for use by several threads. Devices are kept by the kernel: what a
 * method wants to know of one later is its content, which is encrypted at rest. What a method decides is carried out with the turn of the flow, or not at all.
 *
 * <p>Who tries too often is turned away by the kernel before {@link #verify} is called.
 *
 * @since 1.0
 */
@ConsumerType
public interface AuthenticatorMethod {

    /**
     * Handles one visit of somebody who adds a device, with the answers if there are any yet. A device counts only once this returns {@link Enrolment.Enrolled}, so
     * what the user has of it is checked before.
     */
    Enrolment enrol(EnrolmentContext context);

    /**
     * Says what is asked for to prove that the user has the device. Called each time the page is shown: who sends a message keeps in the state that it was sent.
     */
    Prompt challenge(ProofContext context);

    /** Checks the answers. Compares secrets in constant time. */
    Proof verify(ProofContext context);

    /** Tells in a few words what sets the device apart, or how it is doing, such as a masked telephone number; nothing secret. Empty by default. */
    default String describe(Device device) {
        return "";
    }
}
