package org.gatewright.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The configuration of the log: a rolling file under the data folder, and the standard output. */
final class LogConfiguration {

    private static final SettingName LEVEL = new SettingName("log", "level");
    private static final SettingName CONSOLE = new SettingName("log", "console");
    private static final SettingName FORMAT = new SettingName("log", "format");
    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace", "off");
    private static final String PATTERN = "%d{ISO8601} %-5p %c{1.} [%X{bundle.name}] %m%n";

    private final FixedSettings settings;
    private final boolean terminal;

    LogConfiguration(FixedSettings settings, boolean terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /** Returns Pax Logging's configuration. */
    Hashtable<String, Object> toTable() {
        String level = level(LEVEL, "info");
        Map<String, Object> log = new HashMap<>();
        log.put("log4j2.rootLogger.level", level);
        log.put("log4j2.rootLogger.appenderRef.file.ref", "File");
        log.put("log4j2.rootLogger.appenderRef.console.ref", "Console");
        if (settings.text(CONSOLE).isPresent()) { // else what is let into the log is let out everywhere
            log.put("log4j2.rootLogger.appenderRef.console.level", level(CONSOLE, level));
        }
        quiet(log, "sshd", "org.apache.sshd");
        quiet(log, "cxf", "org.apache.cxf");
        quiet(log, "paxlogging", "org.ops4j.pax.logging");
        quiet(log, "web", "org.ops4j.pax.web");
        quiet(log, "jetty", "org.eclipse.jetty");
        quiet(log, "shell", "org.apache.karaf.shell");
        quiet(log, "jpa", "org.apache.aries.jpa");
        quiet(log, "liquibase", "liquibase");
        console(log);
        file(log, settings.data().resolve("log").resolve("gatewright.log"));
        return new Hashtable<>(log);
    }

    private String level(SettingName name, String fallback) {
        String level = settings.text(name).orElse(fallback).toLowerCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw new SettingsProblem(
                    "The setting " + name + " is \"" + level + "\"; it must be error, warn, info, debug, trace or off");
        }
        return level;
    }

    /** Libraries that tell their life story at INFO. */
    private static void quiet(Map<String, Object> log, String id, String logger) {
        log.put("log4j2.logger." + id + ".name", logger);
        log.put("log4j2.logger." + id + ".level", "warn");
    }

    private void console(Map<String, Object> log) {
        log.put("log4j2.appender.console.type", "Console");
        log.put("log4j2.appender.console.name", "Console");
        layout(log, "log4j2.appender.console.layout.");
    }

    private void file(Map<String, Object> log, Path file) {
        log.put("log4j2.appender.file.type", "RollingRandomAccessFile");
        log.put("log4j2.appender.file.name", "File");
        log.put("log4j2.appender.file.fileName", file.toString());
        log.put("log4j2.appender.file.filePattern", file + ".%i");
        log.put("log4j2.appender.file.policies.type", "Policies");
        log.put("log4j2.appender.file.policies.size.type", "SizeBasedTriggeringPolicy");
        log.put("log4j2.appender.file.policies.size.size", "16MB");
        layout(log, "log4j2.appender.file.layout.");
    }

    private void layout(Map<String, Object> log, String prefix) {
        String format = settings.text(FORMAT).orElse(terminal ? "text" : "json").toLowerCase(Locale.ROOT);
        switch (format) {
            case "text" -> {
                log.put(prefix + "type", "PatternLayout");
                log.put(prefix + "pattern", PATTERN);
            }
            case "json" -> {
                log.put(prefix + "type", "JsonTemplateLayout");
                log.put(prefix + "eventTemplateUri", "classpath:EcsLayout.json");
            }
            default ->
                throw new SettingsProblem("The setting " + FORMAT + " is \"" + format + "\"; it must be json or text");
        }
    }
}
