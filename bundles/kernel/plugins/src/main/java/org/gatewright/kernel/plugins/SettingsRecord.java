package org.gatewright.kernel.plugins;

import java.util.Optional;
import org.gatewright.spi.plugin.NoSettings;
import org.gatewright.spi.settings.Title;
import org.osgi.framework.Bundle;

/**
 * The settings record of a type, as its bundle brings it. Java drops an annotation without a word if the record's class loader does not know the annotation's
 * class: titles, ranges, defaults and references would be gone. So a record with components must see the very package that the kernel sees, even if it happens
 * to use no annotation: nobody can tell that from one that has lost them.
 *
 * @param type the record, if it is there
 * @param fault why it cannot be used, a sentence; empty if it can
 */
record SettingsRecord(Optional<Class<? extends Record>> type, String fault) {

    private static final String PACKAGE = Title.class.getPackageName();

    /** Loads the record of this name out of the bundle. */
    static SettingsRecord load(Bundle bundle, String name) {
        if (name.equals(NoSettings.class.getName())) {
            return new SettingsRecord(Optional.of(NoSettings.class), "");
        }
        try {
            Class<?> type = bundle.loadClass(name);
            return type.isRecord() ? judge(type.asSubclass(Record.class)) : noRecord(name);
        } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
            return noRecord(name);
        }
    }

    private static SettingsRecord judge(Class<? extends Record> type) {
        return type.getRecordComponents().length == 0 || seesAnnotations(type)
                ? new SettingsRecord(Optional.of(type), "")
                : refused("Its settings " + type.getName() + " do not see the package " + PACKAGE
                        + " of the server, so titles, ranges, defaults and references on them would be lost silently. Add"
                        + " the package to the Import-Package of the bundle, as in “Import-Package: " + PACKAGE
                        + ",*”: bnd does not add it by itself, since it does not look at annotations of record"
                        + " components.");
    }

    private static boolean seesAnnotations(Class<?> type) {
        try {
            return Class.forName(Title.class.getName(), false, type.getClassLoader()) == Title.class;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static SettingsRecord noRecord(String name) {
        return refused("Its settings " + name + " are not a record of its bundle.");
    }

    private static SettingsRecord refused(String fault) {
        return new SettingsRecord(Optional.empty(), fault);
    }
}
