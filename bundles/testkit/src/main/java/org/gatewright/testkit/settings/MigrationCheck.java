package org.gatewright.testkit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.plugin.PluginType;
import org.gatewright.spi.settings.Default;
import org.gatewright.spi.settings.Generated;
import org.gatewright.spi.settings.SchemaVersion;
import org.gatewright.spi.settings.SettingsMigration;

/**
 * Checks that a plug-in brings settings of all earlier schema versions to the shape of its record. The contract suites call it. It looks at names alone; whether values
 * fit too is tried by the server before it switches to a version.
 *
 * @since 1.1
 */
public final class MigrationCheck {

    private final RecordComponent[] components;
    private final SettingsMigration migration;

    private MigrationCheck(Class<?> settings, SettingsMigration migration) {
        this.components = settings.getRecordComponents();
        this.migration = migration;
    }

    /** Fails if the class, which has a {@code @PluginType}, declares a migration that does not do for the settings, or that is not shown any of a version. */
    public static void of(Class<?> plugin, List<EarlierSettings> earlier) {
        Optional<Class<?>> settings =
                Optional.ofNullable(plugin.getAnnotation(PluginType.class)).map(PluginType::settings);
        Optional<SchemaVersion> declared = settings.map(type -> type.getAnnotation(SchemaVersion.class));
        if (declared.isEmpty()) {
            assertThat(earlier).as("there is no @SchemaVersion").isEmpty();
            return;
        }
        int version = declared.get().value();
        assertThat(version).as("the schema version of what has changed").isGreaterThan(1);
        assertThat(earlier.stream().map(EarlierSettings::version).distinct().sorted())
                .as("give earlierSettings() of each schema version before")
                .containsExactlyElementsOf(IntStream.range(1, version).boxed().toList());
        MigrationCheck check =
                new MigrationCheck(settings.get(), make(declared.get().migration()));
        earlier.forEach(check::brings);
    }

    private void brings(EarlierSettings earlier) {
        JsonObject settings = migration.migrate(earlier.version(), earlier.settings());
        assertThat(settings).as("settings of version %s", earlier.version()).isNotNull();
        assertThat(migration.migrate(earlier.version(), earlier.settings()))
                .as("the same each time")
                .isEqualTo(settings);
        assertThat(settings.members().keySet())
                .as("settings of version %s", earlier.version())
                .isSubsetOf(names(Arrays.asList(components)))
                .containsAll(names(Arrays.stream(components)
                        .filter(MigrationCheck::isRequired)
                        .toList()));
        assertThat(migration.carryBack(earlier.version(), earlier.settings(), settings))
                .as("what version %s finds if it comes back", earlier.version())
                .isNotNull();
    }

    private static SettingsMigration make(Class<? extends SettingsMigration> type) {
        try {
            Constructor<? extends SettingsMigration> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type.getName() + " has no constructor without parameters that works", e);
        }
    }

    private static boolean isRequired(RecordComponent component) {
        Class<?> type = component.getType();
        return type != Optional.class
                && type != List.class
                && type != boolean.class
                && !component.isAnnotationPresent(Default.class)
                && !component.isAnnotationPresent(Generated.class);
    }

    private static Set<String> names(List<RecordComponent> components) {
        return components.stream()
                .map(component -> component
                        .getName()
                        .replaceAll("(?<!^)([A-Z])", "_$1")
                        .replaceAll("_$", "")
                        .toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
