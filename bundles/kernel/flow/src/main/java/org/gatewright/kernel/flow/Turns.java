package org.gatewright.kernel.flow;

import java.time.Clock;
import java.util.Map;
import org.gatewright.port.configuration.Configuration;
import org.gatewright.port.session.Sessions;
import org.gatewright.spi.directory.Directory;
import org.gatewright.spi.http.ClientInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens turns. */
@Component(service = Turns.class)
public final class Turns {

    private final Configuration configuration;
    private final Sessions sessions;
    private final Directory directory;
    private final Clock clock;

    /** Takes the time from the system. */
    @Activate
    public Turns(@Reference Configuration configuration, @Reference Sessions sessions, @Reference Directory directory) {
        this(configuration, sessions, directory, Clock.systemUTC());
    }

    /** Takes the time from the clock. */
    public Turns(Configuration configuration, Sessions sessions, Directory directory, Clock clock) {
        this.configuration = configuration;
        this.sessions = sessions;
        this.directory = directory;
        this.clock = clock;
    }

    Turn open(ClientInfo client, Map<String, String> cookies) {
        return new Turn(sessions, directory, configuration.snapshot(), client, clock.instant(), cookies);
    }
}
