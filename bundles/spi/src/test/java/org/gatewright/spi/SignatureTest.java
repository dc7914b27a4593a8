package org.gatewright.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the SPI to its public signatures in {@code src/test/resources/signatures.txt}. A change of the SPI changes that file in the same commit, where a reviewer sees
 * what plug-ins are asked to follow. {@code -Dsignatures.write=true} writes it anew.
 */
class SignatureTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path EXPECTED = Path.of("src/test/resources/signatures.txt");

    @Test
    void isWhatItWasWhenItWasLastAgreedOn() throws IOException {
        List<String> signatures = signatures();
        if (Boolean.getBoolean("signatures.write")) {
            Files.write(EXPECTED, signatures);
        }

        assertThat(signatures).isEqualTo(Files.readAllLines(EXPECTED));
    }

    private static List<String> signatures() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("package-info.class"))
                    .map(SignatureTest::load)
                    .filter(SignatureTest::isPublic)
                    .flatMap(type -> describe(type).stream())
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> load(Path file) {
        String name = CLASSES.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, SignatureTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }

    private static List<String> describe(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(type.toGenericString() + parents(type));
        members(type.getDeclaredConstructors())
                .map(Constructor::toGenericString)
                .forEach(lines::add);
        members(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(Method::toGenericString)
                .forEach(lines::add);
        members(type.getDeclaredFields()).map(Field::toGenericString).forEach(lines::add);
        return lines;
    }

    private static String parents(Class<?> type) {
        String interfaces =
                Arrays.stream(type.getInterfaces()).map(Class::getName).sorted().collect(Collectors.joining(", "));
        String permitted = type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(Class::getName)
                        .sorted()
                        .collect(Collectors.joining(", "))
                : "";
        return (interfaces.isEmpty() ? "" : " : " + interfaces) + (permitted.isEmpty() ? "" : " permits " + permitted);
    }

    private static <M extends Member> Stream<M> members(M[] all) {
        return Arrays.stream(all)
                .filter(member ->
                        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()))
                .filter(member -> !(member instanceof Executable executable && executable.isSynthetic()));
    }
}
