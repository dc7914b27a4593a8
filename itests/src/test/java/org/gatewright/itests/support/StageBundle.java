package org.gatewright.itests.support;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A plug-in that somebody else could have written, compiled and packed on the fly: a stage that asks for a magic word. */
public final class StageBundle {

    /** The symbolic name. */
    public static final String ID = "com.example.magicword";

    private static final String SETTINGS = """
            package com.example;
            import org.gatewright.spi.settings.Default;
            import org.gatewright.spi.settings.Title;
            public record MagicWordSettings(@Title("The word") @Default("please") String word) {}
            """;

    private static final String LATER_SETTINGS = """
            package com.example;
            import java.util.List;
            import org.gatewright.spi.data.JsonObject;
            import org.gatewright.spi.settings.*;
            @SchemaVersion(value = 2, migration = MagicWordSettings.FromOneWord.class)
            public record MagicWordSettings(@Title("The words") List<String> words) {
                static final class FromOneWord implements SettingsMigration {
                    @Override
                    public JsonObject migrate(int fromVersion, JsonObject settings) {
                        return JsonObject.of("words", List.of(settings.text("word").orElseThrow()));
                    }
                }
            }
            """;

    private static final String STAGE = """
            package com.example;
            import java.util.List;
            import org.gatewright.spi.data.JsonObject;
            import org.gatewright.spi.plugin.PluginType;
            import org.gatewright.spi.stage.*;
            import org.osgi.service.component.annotations.Component;
            @Component(service = Stage.class)
            @PluginType(name = "magic_word", title = "Magic word", settings = MagicWordSettings.class)
            public final class MagicWordStage implements Stage {
                @Override
                public StageResult handle(StageContext context) {
                    Challenge challenge = new Challenge(Challenge.PROMPT, JsonObject.empty(),
                            List.of(Field.required("word", "Say the magic word", FieldType.TEXT)));
                    if (context.answers().isEmpty()) {
                        return new StageResult.Ask(challenge);
                    }
                    String word = context.answers().get().text("word").orElse("");
                    return word.equals(context.settings(MagicWordSettings.class).word())
                            ? new StageResult.Done(JsonObject.empty())
                            : new StageResult.Ask(challenge.withError("word", new FieldError("That is not it.", "invalid")),
                                    JsonObject.empty(), true, List.of());
                }
            }
            """;

    private static final String COUNTER = """
            package com.example;
            import java.util.List;
            import org.gatewright.spi.data.JsonObject;
            import org.gatewright.spi.effect.Effect;
            import org.gatewright.spi.plugin.PluginType;
            import org.gatewright.spi.stage.*;
            import org.gatewright.spi.store.*;
            import org.osgi.service.component.annotations.Component;
            @Component(service = Stage.class)
            @PluginType(name = "visit_counter", title = "Visit counter", settings = MagicWordSettings.class)
            public final class MagicWordStage implements Stage {
                private static final DocumentCollection VISITS = DocumentCollection.named("visits", "name");
                @Override
                public StageResult handle(StageContext context) {
                    String name = context.user().orElseThrow().username();
                    DocumentPage found = context.documents().list(VISITS, DocumentQuery.where("name", name));
                    long before = found.documents().stream()
                            .mapToLong(one -> one.content().integer("count").orElse(0L))
                            .sum();
                    if (context.answers().isEmpty()) {
                        return new StageResult.Ask(new Challenge(Challenge.PROMPT, JsonObject.empty(),
                                List.of(Field.required("word", "WORDS " + before, FieldType.TEXT))));
                    }
                    JsonObject content = JsonObject.of("name", name).with("count", before + 1);
                    DocumentDraft draft = found.documents().isEmpty()
                            ? DocumentDraft.adding(name, content).ownedBy(context.user().orElseThrow().id())
                            : DocumentDraft.replacing(found.documents().get(0), content);
                    return new StageResult.Done(
                            JsonObject.empty(), List.of(new Effect.PutDocument(VISITS, draft)));
                }
            }
            """;

    /** The symbolic name of the plug-in that keeps documents. */
    public static final String COUNTER_ID = "com.example.visits";

    private StageBundle() {}

    /** Builds a release of a plug-in that counts visits in documents, and tells the count after words of its own. */
    public static Path counter(Path folder, String version, String words) throws Exception {
        return counter(folder, version, words, "documents");
    }

    /** Builds a release of the same plug-in that declares these permissions alone. */
    public static Path counter(Path folder, String version, String words, String permissions) throws Exception {
        Path target = folder.resolve("visits-" + version + ".jar");
        Path classes = compile(folder.resolve(version), COUNTER.replace("WORDS", words));
        return pack(
                classes,
                target,
                Map.of(
                        "Bundle-SymbolicName", COUNTER_ID,
                        "Bundle-Version", version,
                        "Gatewright-Permissions", permissions,
                        "Import-Package", "org.gatewright.spi.settings,*"));
    }

    /** Builds the bundle; it cannot be resolved if a package is named that nobody exports. */
    public static Path build(Path folder, String furtherImport) throws Exception {
        // bnd does not see annotations of record components
        String imports = "org.gatewright.spi.settings,*";
        return pack(
                compile(folder),
                folder.resolve("magicword.jar"),
                ID,
                "1.0.0",
                furtherImport.isEmpty() ? imports : furtherImport + "," + imports);
    }

    /** Builds a release of the bundle that asks with words of its own. */
    public static Path release(Path folder, String version, String words) throws Exception {
        Path target = folder.resolve("magicword-" + version + ".jar");
        Path classes = compile(folder.resolve(version), STAGE.replace("Say the magic word", words));
        return pack(classes, target, ID, version, "org.gatewright.spi.settings,*");
    }

    /** Builds a release of the bundle with statements before all others of its call, and members of its class. */
    public static Path misbehaving(Path folder, String version, String statements, String members) throws Exception {
        String start = "public StageResult handle(StageContext context) {";
        String stage = STAGE.replace("@Override\n", members + "\n@Override\n").replace(start, start + statements);
        Path target = folder.resolve("magicword-" + version + ".jar");
        return pack(compile(folder.resolve(version), stage), target, ID, version, "org.gatewright.spi.settings,*");
    }

    /** Builds a release of the bundle that tests itself with these statements. */
    public static Path selfTested(Path folder, String version, String statements) throws Exception {
        String members =
                "@Component(service = org.gatewright.spi.plugin.SelfTest.class, name = \"com.example.WordsTest\")"
                        + " public static final class WordsTest implements org.gatewright.spi.plugin.SelfTest {"
                        + " public List<String> problems() { " + statements + " } }";
        return misbehaving(folder, version, "", members);
    }

    /** Builds a release with settings of another shape: several words instead of one. Its migration begins with the statements. */
    public static Path reshaped(Path folder, String version, String statements) throws Exception {
        String start = "public JsonObject migrate(int fromVersion, JsonObject settings) {";
        Path classes = compile(
                folder.resolve(version),
                LATER_SETTINGS.replace(start, start + statements),
                STAGE.replace(
                        "word.equals(context.settings(MagicWordSettings.class).word())",
                        "context.settings(MagicWordSettings.class).words().contains(word)"));
        return pack(
                classes, folder.resolve("magicword-" + version + ".jar"), ID, version, "org.gatewright.spi.settings,*");
    }

    /** Builds a release of {@link PageBundle} with its folder {@code web}. */
    static Path releasePage(Path folder, String version, Path web) throws Exception {
        String stage = STAGE.replace("magic_word", "magic_page")
                .replace(
                        "FieldType.TEXT)));",
                        "FieldType.TEXT))).withElement(new PageElement(\"magic-word\", \"word.js\"));");
        Path classes = compile(folder.resolve(version), stage);
        copy(web, classes.resolve("web"));
        Path target = folder.resolve("magicpage-" + version + ".jar");
        return pack(classes, target, PageBundle.ID, version, "org.gatewright.spi.settings,*");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** Builds a release of the bundle of which every third call fails. */
    public static Path failing(Path folder, String version) throws Exception {
        Path target = folder.resolve("magicword-" + version + ".jar");
        String counter = "private final java.util.concurrent.atomic.AtomicInteger calls ="
                + " new java.util.concurrent.atomic.AtomicInteger();\n    @Override";
        String failure = "if (calls.incrementAndGet() % 3 == 0) { throw new IllegalStateException(\"as told\"); }\n"
                + "        Challenge challenge =";
        String stage = STAGE.replace("@Override", counter).replace("Challenge challenge =", failure);
        Path classes = compile(folder.resolve(version), stage);
        return pack(classes, target, ID, version, "org.gatewright.spi.settings,*");
    }

    /** Builds the bundle with the imports that bnd finds by itself: without the annotations of its settings. */
    public static Path buildWithoutAnnotations(Path folder) throws Exception {
        return pack(compile(folder), folder.resolve("forgetful.jar"), "com.example.forgetful", "1.0.0", "*");
    }

    private static Path compile(Path folder) throws IOException {
        return compile(folder, STAGE);
    }

    private static Path compile(Path folder, String stage) throws IOException {
        return compile(folder, SETTINGS, stage);
    }

    private static Path compile(Path folder, String settings, String stage) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("magicword/src/com/example"));
        Path classes = Files.createDirectories(folder.resolve("magicword/classes"));
        Files.writeString(sources.resolve("MagicWordSettings.java"), settings);
        Files.writeString(sources.resolve("MagicWordStage.java"), stage);
        compile(sources, classes);
        return classes;
    }

    /** Puts a file into a server's {@code deploy/} in one step, as {@code mv} does. */
    public static void deploy(Path bundle, Distribution server) throws IOException {
        Path aside = server.folder().resolve("deploy-" + bundle.getFileName());
        Files.copy(bundle, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(
                aside, server.folder().resolve("deploy").resolve(bundle.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void compile(Path sources, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                sources.resolve("MagicWordSettings.java").toString(),
                sources.resolve("MagicWordStage.java").toString());
        if (result != 0) {
            throw new AssertionError("the plug-in does not compile");
        }
    }

    private static Path pack(Path classes, Path target, String id, String version, String imports) throws Exception {
        return pack(
                classes,
                target,
                Map.of("Bundle-SymbolicName", id, "Bundle-Version", version, "Import-Package", imports));
    }

    private static Path pack(Path classes, Path target, Map<String, String> headers) throws Exception {
        try (Builder builder = new Builder()) {
            headers.forEach(builder::setProperty);
            builder.setProperty("Gatewright-Plugin", headers.get("Bundle-SymbolicName"));
            builder.setProperty("-privatepackage", "com.example");
            if (Files.isDirectory(classes.resolve("web"))) {
                builder.setProperty("-includeresource", "web=" + classes.resolve("web"));
            }
            builder.setProperty("-dsannotations", "*");
            builder.setProperty("-dsannotations-options", "norequirements");
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (isOurs(entry)) {
                    builder.addClasspath(new File(entry));
                }
            }
            builder.addClasspath(classes.toFile());
            Jar jar = builder.build();
            if (!builder.getErrors().isEmpty()) {
                throw new AssertionError(List.copyOf(builder.getErrors()));
            }
            jar.write(target.toFile());
            return target;
        }
    }

    private static boolean isOurs(String entry) {
        return !entry.endsWith(".tar.gz")
                && !entry.endsWith(".xml")
                && (entry.contains("gatewright") || entry.contains("osgi"));
    }
}
