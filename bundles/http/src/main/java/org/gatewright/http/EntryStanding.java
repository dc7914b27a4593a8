package org.gatewright.http;

import org.gatewright.port.http.Entry;
import org.osgi.service.component.annotations.Component;

/** The sign that the entry stands. {@link EntryFilter} enables it once the container has taken the filter. */
@Component(name = EntryStanding.NAME, service = Entry.class, enabled = false)
public final class EntryStanding implements Entry {

    static final String NAME = "org.gatewright.http.entry";
}
