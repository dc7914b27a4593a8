package org.gatewright.protocols.oauth2.authorize;

import java.time.Instant;
import java.util.Optional;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.session.Session;

/**
 * What a client demands of the sign-in (OpenID Connect Core section 3.1.2.1).
 *
 * @param again whether the user signs in now, session or not
 * @param maxAge how many seconds ago at most the user signed in
 * @param subject who it must be
 * @param since second in which the request came
 */
record SignInDemand(boolean again, Optional<Long> maxAge, Optional<String> subject, long since) {

    /** Tells whether a session that was there before the request will do. */
    boolean acceptsEarlier(Session session, String sub, Instant now) {
        return !again && isYoungEnough(session, now) && isRightUser(sub);
    }

    /** Tells whether the session that a sign-in left behind will do. One that began after the request does, so nobody is sent round in a circle. */
    boolean acceptsFresh(Session session, String sub, Instant now) {
        boolean signedInSince = session.authTime().getEpochSecond() >= since;
        return (signedInSince || (!again && isYoungEnough(session, now))) && isRightUser(sub);
    }

    JsonObject toJson() {
        return JsonObject.of("again", again)
                .with("max_age", maxAge)
                .with("subject", subject)
                .with("since", since);
    }

    static SignInDemand of(JsonObject json) {
        return new SignInDemand(
                json.bool("again").orElseThrow(),
                json.integer("max_age"),
                json.text("subject"),
                json.integer("since").orElseThrow());
    }

    private boolean isYoungEnough(Session session, Instant now) {
        long age = now.getEpochSecond() - session.authTime().getEpochSecond();
        return maxAge.filter(limit -> limit == 0 || age > limit).isEmpty();
    }

    private boolean isRightUser(String sub) {
        return subject.filter(expected -> !expected.equals(sub)).isEmpty();
    }
}
