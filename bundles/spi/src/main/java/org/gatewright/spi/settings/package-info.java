/**
 * Annotations on the components of a settings record. The kernel binds JSON to the record and derives JSON Schema 2020-12 from it.
 *
 * A component {@code maxTries} is the JSON member {@code max_tries}; an enum constant {@code PER_PROVIDER} is the string {@code per_provider}. Types a
 * component may have: {@code String}, {@code int}, {@code long}, {@code boolean}, {@code double}, an enum, {@link java.time.Duration} (text such as
 * {@code hours=1;minutes=30} or ISO 8601), {@link java.net.URI}, {@link java.util.UUID}, {@link org.gatewright.spi.data.SecretText},
 * {@link org.gatewright.spi.data.SecretHash}, {@link org.gatewright.spi.data.JsonObject}, another record, and {@link java.util.List} or
 * {@link java.util.Optional} of these.
 *
 * <p>A record that changes shape has a {@link org.gatewright.spi.settings.SchemaVersion} and a {@link org.gatewright.spi.settings.SettingsMigration}.
 */
@Export
@Version("1.1.0")
@NullMarked
package org.gatewright.spi.settings;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
