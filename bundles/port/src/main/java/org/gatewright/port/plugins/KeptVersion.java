package org.gatewright.port.plugins;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a plug-in that could be used again, whether it runs or has ended.
 *
 * @param wanted whether it is the one that is to be active
 * @param quarantined why nobody may call it, if it is quarantined
 * @param builtIn whether it is a part of the distribution
 * @param digest SHA-256 of the artifact that is kept, in lower-case hexadecimal digits
 * @param since when the artifact was taken
 */
public record KeptVersion(
        String version,
        boolean wanted,
        Optional<String> quarantined,
        boolean builtIn,
        Optional<String> digest,
        Optional<Instant> since) {}
