package org.gatewright.store.jpa.transaction;

import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;

/** Lets a lost connection fail at once: EclipseLink would wait five seconds and try three times, with the caller waiting. */
public final class NoRetries implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        DatabaseLogin login = session.getLogin();
        login.setQueryRetryAttemptCount(0);
        login.setDelayBetweenConnectionAttempts(0);
        login.setConnectionHealthValidatedOnError(false);
    }
}
