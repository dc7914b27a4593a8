package org.gatewright.protocols.saml.request;

import static org.gatewright.protocols.saml.xml.SamlError.REFUSED;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gatewright.protocols.saml.party.IdentityProvider;
import org.gatewright.protocols.saml.xml.XmlReader;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Request;

/** The ways that requests travel (SAML bindings sections 3.4 and 3.5). */
public final class Bindings {

    private static final String DEFLATE = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";
    private static final String WHAT = "The request";
    private static final String RELAY_STATE = "RelayState";
    private static final int LONGEST_RELAY_STATE = 1024;

    private final XmlReader xml = XmlReader.ofMessages();

    /** Reads a request out of an address. */
    public Received redirect(Request request, IdentityProvider own) {
        Parameters query = request.query();
        if (Encoding.single(query, "SAMLEncoding")
                .filter(name -> !name.equals(DEFLATE))
                .isPresent()) {
            throw REFUSED.because("The request has an encoding that is not known.");
        }
        byte[] message = Encoding.inflate(Encoding.decode(Encoding.message(query)));
        return new Received(
                xml.read(Encoding.text(message), WHAT),
                relayState(query),
                own.redirectLocations(),
                detached(query, request.rawQuery()));
    }

    /** Reads a request out of a form. */
    public Received post(Request request, IdentityProvider own) {
        byte[] message = Encoding.decode(Encoding.message(request.form()));
        return new Received(
                xml.read(Encoding.text(message), WHAT),
                relayState(request.form()),
                own.postLocations(),
                Optional.empty());
    }

    private static Optional<String> relayState(Parameters parameters) {
        Optional<String> state = Encoding.single(parameters, RELAY_STATE);
        if (state.filter(text -> text.length() > LONGEST_RELAY_STATE).isPresent()) {
            throw REFUSED.because("The parameter RelayState is longer than " + LONGEST_RELAY_STATE + " characters.");
        }
        return state;
    }

    private static Optional<DetachedSignature> detached(Parameters query, String raw) {
        Optional<String> signature = Encoding.single(query, "Signature");
        Optional<String> algorithm = Encoding.single(query, "SigAlg");
        if (signature.isEmpty() && algorithm.isEmpty()) {
            return Optional.empty();
        }
        if (signature.isEmpty() || algorithm.isEmpty()) {
            throw REFUSED.because("The parameters Signature and SigAlg come together.");
        }
        String content = "SAMLRequest=" + asSent(raw, "SAMLRequest").orElse("")
                + asSent(raw, RELAY_STATE)
                        .map(state -> "&" + RELAY_STATE + "=" + state)
                        .orElse("")
                + "&SigAlg=" + asSent(raw, "SigAlg").orElse("");
        return Optional.of(new DetachedSignature(algorithm.get(), content, Encoding.decode(signature.get())));
    }

    /** Finds a parameter as it was sent; its name may be encoded too, but then nobody knows what was signed. */
    private static Optional<String> asSent(String raw, String name) {
        List<String> found = Arrays.stream(raw.split("&"))
                .filter(pair -> nameOf(pair).equals(name))
                .toList();
        if (found.stream().anyMatch(pair -> !pair.startsWith(name + "="))) {
            throw REFUSED.because("The name of the parameter " + name + " is encoded.");
        }
        return found.stream().findFirst().map(pair -> pair.substring(name.length() + 1));
    }

    private static String nameOf(String pair) {
        int equals = pair.indexOf('=');
        return URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
    }
}
