package org.gatewright.store.jpa.transaction;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Hands a UUID to the driver as it is: both databases have the type, EclipseLink has not. */
public final class UuidConverter implements Converter {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        return value;
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
        return value;
    }

    @Override
    public boolean isMutable() {
        return false;
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        if (mapping instanceof AbstractDirectMapping direct) {
            direct.getField().setSqlType(Types.OTHER);
            direct.setFieldClassification(UUID.class);
        }
    }
}
