package org.gatewright.protocols.saml;

import static org.gatewright.protocols.saml.xml.SamlError.UNKNOWN_APPLICATION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatewright.protocols.saml.endpoint.AfterAgreement;
import org.gatewright.protocols.saml.endpoint.AfterSignIn;
import org.gatewright.protocols.saml.endpoint.Endpoint;
import org.gatewright.protocols.saml.endpoint.FlowStep;
import org.gatewright.protocols.saml.endpoint.MetadataEndpoint;
import org.gatewright.protocols.saml.endpoint.SsoEndpoint;
import org.gatewright.protocols.saml.party.ServiceProviders;
import org.gatewright.protocols.saml.respond.Attributes;
import org.gatewright.protocols.saml.respond.Responder;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.http.Request;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.mapping.Expressions;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.plugin.SettingsCheck;
import org.gatewright.spi.protocol.Continuation;
import org.gatewright.spi.protocol.Ending;
import org.gatewright.spi.protocol.FlowOutcome;
import org.gatewright.spi.protocol.Protocol;
import org.gatewright.spi.protocol.ProtocolContext;
import org.gatewright.spi.protocol.Route;
import org.gatewright.spi.session.CertifiedKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** SAML 2.0: a table of endpoints, and of what goes on when a flow has ended. */
@Component(service = Protocol.class)
@PluginType(
        name = "saml",
        title = "SAML Provider",
        description = "Signs users in to applications that speak SAML 2.0.",
        settings = SamlSettings.class)
public final class SamlProtocol implements Protocol, SettingsCheck<SamlSettings> {

    private static final List<String> PREFIXES =
            List.of("/application/saml/{application}/", "/application/saml2/{application}/");

    private final ServiceProviders parties = new ServiceProviders();
    private final Attributes attributes;
    private final Map<String, Endpoint> endpoints;
    private final Map<String, FlowStep> steps;

    /** Builds the endpoints. */
    @Activate
    public SamlProtocol(
            @Reference Directory directory, @Reference Expressions expressions, @Reference CertifiedKeys keys) {
        attributes = new Attributes(directory, expressions);
        Responder responder = new Responder(attributes, keys);
        SsoEndpoint sso = new SsoEndpoint(parties, directory, responder);
        endpoints = new LinkedHashMap<>();
        endpoints.put("GET sso/binding/redirect/", sso::redirect);
        endpoints.put("POST sso/binding/post/", sso::post);
        endpoints.put("GET sso/binding/init/", sso::init);
        endpoints.put("GET metadata/", new MetadataEndpoint(parties, keys));
        steps = Map.of(
                AfterSignIn.NAME, new AfterSignIn(parties, directory, responder),
                AfterAgreement.NAME, new AfterAgreement(parties, directory, responder));
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String prefix : PREFIXES) {
            endpoints.keySet().stream()
                    .map(key -> key.split(" ", 2))
                    .forEach(key -> routes.add(new Route(Set.of(key[0]), prefix + key[1], false)));
        }
        return routes;
    }

    @Override
    public Response handle(Request request, ProtocolContext context) {
        // an empty segment, /application, saml or saml2, the application: the rest is what the table knows
        String[] segments = request.path().split("/", 5);
        Endpoint endpoint = segments.length < 5 ? null : endpoints.get(request.method() + " " + segments[4]);
        if (endpoint == null) {
            throw UNKNOWN_APPLICATION.because("This address does not exist.");
        }
        return endpoint.answer(request, context);
    }

    @Override
    public Ending resume(Continuation continuation, FlowOutcome outcome, ProtocolContext context) {
        FlowStep step = steps.get(continuation.step());
        return step == null
                ? new Ending.Refused("This sign-in was begun by another version of the server. Start again.")
                : step.resume(continuation.data(), outcome, context);
    }

    @Override
    public Map<String, List<String>> problems(SamlSettings settings) {
        Map<String, List<String>> problems = new LinkedHashMap<>(parties.problems(settings));
        problems.putAll(attributes.problems(settings));
        return problems;
    }
}
