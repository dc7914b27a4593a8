package org.gatewright.protocols.saml.request;

import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.Session;

/**
 * A request that has been checked. It waits as JSON, sealed by the kernel, while flows run.
 *
 * @param reply where and how the answer goes
 * @param nameIdFormat how the user is to be named; empty for the default
 * @param context how the user is to sign in
 * @param again whether the user signs in now, session or not
 * @param silent whether the user may not be asked anything
 * @param since second in which the request came
 */
public record AuthnWish(
        Reply reply,
        Optional<String> nameIdFormat,
        RequestedContext context,
        boolean again,
        boolean silent,
        long since) {

    /** Tells whether a session that was there before the request will do. */
    public boolean acceptsEarlier(Session session) {
        return !again && context.isMetBy(session.methods());
    }

    /** Tells whether a session is as young as the request demands. */
    public boolean isYoungEnough(Session session) {
        return !again || session.authTime().getEpochSecond() >= since;
    }

    /** Writes it. */
    public JsonObject toJson() {
        return JsonObject.of("reply", reply.toJson())
                .with("format", nameIdFormat)
                .with("context", context.toJson())
                .with("again", again)
                .with("silent", silent)
                .with("since", since);
    }

    /** Reads what was written. */
    public static AuthnWish of(JsonObject json) {
        return new AuthnWish(
                Reply.of(json.object("reply").orElseThrow()),
                json.text("format"),
                RequestedContext.of(json.object("context").orElseThrow()),
                json.bool("again").orElseThrow(),
                json.bool("silent").orElseThrow(),
                json.integer("since").orElseThrow());
    }
}
