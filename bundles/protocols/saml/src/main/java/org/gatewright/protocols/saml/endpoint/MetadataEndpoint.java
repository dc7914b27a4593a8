package org.gatewright.protocols.saml.endpoint;

import java.util.Map;
import org.gatewright.protocols.saml.party.IdentityProvider;
import org.gatewright.protocols.saml.party.IdpMetadata;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.party.ServiceProviders;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.session.CertifiedKeys;

/** Tells service providers all they need to know. */
public final class MetadataEndpoint implements Endpoint {

    private final ServiceProviders parties;
    private final CertifiedKeys keys;

    /** Creates it over what signs. */
    public MetadataEndpoint(ServiceProviders parties, CertifiedKeys keys) {
        this.parties = parties;
        this.keys = keys;
    }

    @Override
    public Response answer(Request request, ProtocolContext context) {
        ServiceProvider party = parties.ofApplication(context, request.pathParameter("application"));
        IdentityProvider own = IdentityProvider.of(party, request.client().origin());
        String body = IdpMetadata.of(party, own, keys.trusted(party.settings().signingKp()));
        return new Response.Text(200, "application/samlmetadata+xml", body, Map.of("Cache-Control", "max-age=300"));
    }
}
