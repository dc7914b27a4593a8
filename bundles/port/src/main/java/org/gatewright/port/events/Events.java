package org.gatewright.port.events;

import java.util.Optional;
import org.gatewright.port.paging.Page;
import org.gatewright.port.paging.PageRequest;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.directory.User;
import org.osgi.annotation.versioning.ProviderType;

/** Records and lists audit events. */
@ProviderType
public interface Events {

    /** Records an event in the surrounding transaction, or in one of its own. */
    void record(String action, Optional<User> user, String address, JsonObject context);

    /** Lists events, the newest first. Filters: {@code action}, {@code username}, {@code client_ip}. */
    Page<Event> list(PageRequest page);
}
