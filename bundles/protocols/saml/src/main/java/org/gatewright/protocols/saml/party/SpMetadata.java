package org.gatewright.protocols.saml.party;

import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service provider says of itself.
 *
 * @param entityId its name
 * @param acs where it takes posted responses, by index, the default one first
 * @param signing what its requests are signed with
 * @param encryption what assertions can be encrypted for
 * @param signsRequests whether it says that all its requests are signed
 * @param wantsSignedAssertions whether it takes no other assertions
 * @param nameIdFormats the formats that it takes, the preferred one first
 */
public record SpMetadata(
        String entityId,
        Map<Integer, String> acs,
        List<X509Certificate> signing,
        List<X509Certificate> encryption,
        boolean signsRequests,
        boolean wantsSignedAssertions,
        List<String> nameIdFormats) {

    /** What is known of a service provider without metadata. */
    static final SpMetadata NONE = new SpMetadata("", Map.of(), List.of(), List.of(), false, false, List.of());

    /** Copies the collections, in order. */
    public SpMetadata {
        acs = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(acs));
        signing = List.copyOf(signing);
        encryption = List.copyOf(encryption);
        nameIdFormats = List.copyOf(nameIdFormats);
    }

    /** Returns the address that responses go to if a request says nothing. */
    Optional<String> defaultAcs() {
        return acs.values().stream().findFirst();
    }
}
