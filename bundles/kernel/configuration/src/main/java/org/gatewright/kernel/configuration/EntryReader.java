package org.gatewright.kernel.configuration;

import java.util.ArrayList;
import java.util.List;
import org.gatewright.kernel.configuration.binding.ObjectShape;
import org.gatewright.port.configuration.ConfigurationObject;
import org.gatewright.port.configuration.Entry;
import org.gatewright.port.crypto.Sealer;
import org.gatewright.port.error.InvalidFieldsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds stored objects to the records of their model. One that does not fit is left out and told of, the others work. */
final class EntryReader {

    private static final Logger LOG = LoggerFactory.getLogger(EntryReader.class);

    private final Sealer sealer;

    EntryReader(Sealer sealer) {
        this.sealer = sealer;
    }

    <S extends Record> List<Entry<S>> entries(List<ConfigurationObject> objects, Class<S> type) {
        List<Entry<S>> entries = new ArrayList<>();
        for (ConfigurationObject object : objects) {
            try {
                entries.add(new Entry<>(object.id(), object.pk(), ObjectShape.bind(type, object.fields(), sealer)));
            } catch (InvalidFieldsException e) {
                LOG.error(
                        "The stored {} {} does not fit and is left out: {}",
                        object.model().wireName(),
                        object.id(),
                        e.detail());
            }
        }
        return entries;
    }
}
