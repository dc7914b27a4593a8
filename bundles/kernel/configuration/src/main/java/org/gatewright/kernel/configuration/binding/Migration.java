package org.gatewright.kernel.configuration.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.settings.SchemaVersion;
import org.gatewright.spi.settings.SettingsMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How settings of an earlier shape become those of a record. Kept with the class, so that it goes with the class's bundle. */
public final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final int LONGEST = 300;

    private static final ClassValue<Migration> MIGRATIONS = new ClassValue<>() {
        @Override
        protected Migration computeValue(Class<?> type) {
            return new Migration(type);
        }
    };

    private final Class<?> type;
    private final Optional<SchemaVersion> declared;

    private Migration(Class<?> type) {
        this.type = type;
        this.declared = Optional.ofNullable(type.getAnnotation(SchemaVersion.class));
    }

    /** Returns the migration to the record. */
    public static Migration to(Class<? extends Record> type) {
        return MIGRATIONS.get(type);
    }

    /** Returns the schema version of the record. */
    public int version() {
        return declared.map(SchemaVersion::value).filter(version -> version > 1).orElse(1);
    }

    /**
     * Returns the settings in the shape of the record.
     *
     * @throws InvalidFieldsException if the plug-in cannot do that
     */
    public JsonObject migrate(int from, JsonObject settings) {
        return called(
                migration -> migration.migrate(from, settings), "from version " + from + " to version " + version());
    }

    /** Returns what an earlier version of the plug-in will find; what it finds now if the plug-in fails. */
    public JsonObject carryBack(int to, JsonObject kept, JsonObject saved) {
        try {
            return called(migration -> migration.carryBack(to, kept, saved), "back to version " + to);
        } catch (InvalidFieldsException e) {
            return kept; // the failure was logged
        }
    }

    private JsonObject called(Call call, String way) {
        try {
            return Optional.ofNullable(call.with(make()))
                    .orElseThrow(() -> new IllegalStateException("it returned nothing"));
        } catch (ReflectiveOperationException
                | RuntimeException
                | LinkageError
                | AssertionError
                | StackOverflowError e) {
            LOG.warn("The settings {} cannot be brought {}", type.getName(), way, e);
            throw new InvalidFieldsException(
                    InvalidFieldsException.NON_FIELD_ERRORS,
                    "The plug-in failed to bring the settings " + way + ": " + plain(String.valueOf(e)));
        }
    }

    private SettingsMigration make() throws ReflectiveOperationException {
        Constructor<? extends SettingsMigration> constructor =
                declared.orElseThrow().migration().getDeclaredConstructor();
        constructor.setAccessible(true);
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("its migration cannot be made", e.getCause());
        }
    }

    /** One line of a length that people read. */
    private static String plain(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** Calls foreign code. */
    private interface Call {
        JsonObject with(SettingsMigration migration);
    }
}
