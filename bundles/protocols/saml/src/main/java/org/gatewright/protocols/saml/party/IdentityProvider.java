package org.gatewright.protocols.saml.party;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * This server as one service provider sees it.
 *
 * @param entityId the name that we give ourselves
 * @param origin scheme, host and port
 * @param application slug of the application
 */
public record IdentityProvider(String entityId, String origin, String application) {

    private static final String REDIRECT = "sso/binding/redirect/";
    private static final String POST = "sso/binding/post/";

    /** Returns this server as the service provider sees it from the origin. */
    public static IdentityProvider of(ServiceProvider party, URI origin) {
        String metadata = origin + "/application/saml/" + party.application() + "/metadata/";
        return new IdentityProvider(
                party.settings().issuerOverride().orElse(metadata), origin.toString(), party.application());
    }

    /** Returns where requests come in an address. */
    public String redirectLocation() {
        return base("saml") + REDIRECT;
    }

    /** Returns where requests come in a form. */
    public String postLocation() {
        return base("saml") + POST;
    }

    /** Returns all names of the address that takes requests in an address. */
    public Set<String> redirectLocations() {
        return spellings(REDIRECT);
    }

    /** Returns all names of the address that takes requests in a form. */
    public Set<String> postLocations() {
        return spellings(POST);
    }

    private Set<String> spellings(String end) {
        return Stream.of(base("saml") + end, base("saml2") + end)
                .flatMap(address -> Stream.of(address, address.substring(0, address.length() - 1)))
                .collect(Collectors.toSet());
    }

    private String base(String name) {
        return origin + "/application/" + name + "/" + application + "/";
    }
}
