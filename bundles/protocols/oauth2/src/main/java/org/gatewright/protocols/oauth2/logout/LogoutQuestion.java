package org.gatewright.protocols.oauth2.logout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gatewright.protocols.oauth2.client.Client;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.http.Parameters;
import org.gatewright.spi.http.Response;
import org.gatewright.spi.session.Redemption;
import org.gatewright.spi.session.Session;
import org.gatewright.spi.session.SingleUse;

/**
 * Asks whether the user wants to sign out, as must be when no ID token shows that the application may say so (OpenID Connect RP-Initiated Logout 1.0 section 2).
 * The link that says yes is good once, for this session only, so no other site can follow it for the user.
 */
final class LogoutQuestion {

    /** The parameter of the answer. */
    static final String ANSWER = "confirmed";

    private static final String PURPOSE = "oauth2/logout";
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Sign out</title></head>
            <body><main><h1>Sign out?</h1><p>%s asks to sign you out of everything you use with this account.</p><p><a href="%s">Sign out</a></p></main></body>
            </html>
            """;

    private final SingleUse singleUse;

    LogoutQuestion(SingleUse singleUse) {
        this.singleUse = singleUse;
    }

    Response ask(Client client, Session session, Parameters parameters) {
        String answer = singleUse.issue(PURPOSE, JsonObject.of("session", session.id()), LIFETIME);
        String query = parameters.names().stream()
                .filter(name -> !name.equals(ANSWER) && !name.equals("id_token_hint"))
                .map(name ->
                        encoded(name) + "=" + encoded(parameters.first(name).orElse("")) + "&")
                .collect(Collectors.joining());
        String page = PAGE.formatted(
                escaped(client.provider().applicationName()), escaped("?" + query + ANSWER + "=" + encoded(answer)));
        return new Response.Text(200, "text/html; charset=utf-8", page, Map.of("Cache-Control", "no-store"));
    }

    /** Tells whether the user of this session has said yes. */
    boolean isAnswered(Optional<String> answer, Session session) {
        return answer.map(value -> singleUse.redeem(PURPOSE, value))
                .filter(redemption -> redemption instanceof Redemption.Redeemed yes
                        && yes.data()
                                .text("session")
                                .filter(session.id().toString()::equals)
                                .isPresent())
                .isPresent();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
