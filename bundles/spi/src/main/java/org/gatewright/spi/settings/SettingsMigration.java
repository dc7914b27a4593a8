package org.gatewright.spi.settings;

import org.gatewright.spi.data.JsonObject;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Brings stored settings from an earlier shape to that of the record which names it in {@link SchemaVersion}.
 *
 * <p>It is called again and again, on any thread, whenever settings of an earlier shape are read: several versions of a plug-in may run at a time, and what is
 * stored stays as it is until an administrator saves. So it must be quick, depend on nothing but its arguments, and change nothing outside. Before a version is
 * switched to, it is called with the settings of each instance; if it throws then, or its result does not fit the record, the version is refused.
 *
 * @since 1.1
 */
@ConsumerType
public interface SettingsMigration {

    /**
     * Returns the settings in the shape of the record.
     *
     * @param fromVersion the version of the shape that they have, lower than that of the record
     * @param settings as the API takes them, but for secrets: each is an object that can be moved and left out, but not read or made. The name of the instance and
     *     other fields that all types have are not among them
     */
    JsonObject migrate(int fromVersion, JsonObject settings);

    /**
     * Returns what an earlier version of the plug-in will find if it comes back. Called when an administrator saves settings in the shape of the record while those of an
     * earlier shape are kept beside them. Without this they stay as they were before the shape changed; take over here what an earlier version must not miss, such as
     * a secret that was replaced.
     *
     * @param toVersion the version of the earlier shape
     * @param kept the settings in that shape as they are now
     * @param saved the settings that the administrator has saved
     */
    default JsonObject carryBack(int toVersion, JsonObject kept, JsonObject saved) {
        return kept;
    }
}
