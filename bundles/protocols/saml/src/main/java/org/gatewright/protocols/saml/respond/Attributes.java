package org.gatewright.protocols.saml.respond;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatewright.protocols.saml.party.ServiceProvider;
import org.gatewright.protocols.saml.settings.SamlAttribute;
import org.gatewright.protocols.saml.settings.SamlSettings;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.directory.User;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.mapping.Expressions;
import org.gatewright.spi.mapping.TextError;

/** Makes what service providers are told of users. */
public final class Attributes {

    private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    private static final String OWN = "http://schemas.goauthentik.io/2021/02/saml/";

    private final Directory directory;
    private final Expressions expressions;

    /** Creates it over users and languages. */
    public Attributes(Directory directory, Expressions expressions) {
        this.directory = directory;
        this.expressions = expressions;
    }

    /** Returns what is wrong with the expressions, by the name of the setting. */
    public Map<String, List<String>> problems(SamlSettings settings) {
        List<String> sentences = settings.attributes().stream()
                .flatMap(
                        attribute -> problems(attribute).map(sentence -> "“" + attribute.samlName() + "”: " + sentence))
                .toList();
        return sentences.isEmpty() ? Map.of() : Map.of("attributes", sentences);
    }

    private Stream<String> problems(SamlAttribute attribute) {
        try {
            return expressions.check(attribute.script(), UserWords.ALL).stream().map(TextError::describe);
        } catch (GatewrightException e) {
            if (e.code().kind() != ErrorKind.UNAVAILABLE) {
                throw e;
            }
            return Stream.of(e.detail());
        }
    }

    /**
     * Returns what the service provider is told of the user; nothing of what is empty.
     *
     * @throws GatewrightException if an expression has no result
     */
    List<Told> of(User user, ServiceProvider party) {
        UserWords words = new UserWords(user, directory.groupNames(user.id()), NameIds.uid(user, party));
        List<SamlAttribute> chosen = party.settings().attributes();
        Stream<Told> all = chosen.isEmpty()
                ? usual(words)
                : chosen.stream()
                        .map(attribute ->
                                new Told(attribute.samlName(), attribute.friendlyName(), values(attribute, words)));
        return all.filter(told -> !told.values().isEmpty()).toList();
    }

    private List<String> values(SamlAttribute attribute, UserWords words) {
        Object result =
                expressions.evaluate(attribute.script(), UserWords.ALL, words).value();
        Stream<?> all = result instanceof List<?> list ? list.stream() : Stream.of(result);
        return all.map(String::valueOf).filter(text -> !text.isEmpty()).toList();
    }

    /** Those that authentik sends. */
    private static Stream<Told> usual(UserWords words) {
        User user = words.user();
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(CLAIMS + "upn", List.of(user.attributes().text("upn").orElse(user.email())));
        all.put(CLAIMS + "name", List.of(user.name()));
        all.put(CLAIMS + "emailaddress", List.of(user.email()));
        all.put(OWN + "username", List.of(user.username()));
        all.put(OWN + "uid", List.of(words.uid()));
        all.put("http://schemas.xmlsoap.org/claims/Group", words.groups());
        all.put("http://schemas.microsoft.com/ws/2008/06/identity/claims/windowsaccountname", List.of(user.username()));
        return all.entrySet().stream()
                .map(entry -> new Told(
                        entry.getKey(),
                        Optional.empty(),
                        entry.getValue().stream()
                                .filter(text -> !text.isEmpty())
                                .toList()));
    }
}
