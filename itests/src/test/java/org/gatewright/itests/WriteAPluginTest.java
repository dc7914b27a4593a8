package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code in the chapter for authors of plug-ins is that of the plug-ins in {@code plugins-sample/}, which is compiled and tested. */
class WriteAPluginTest {

    private static final Path ROOT = Path.of("..");
    private static final Path CHAPTER = ROOT.resolve("docs/manual/write-a-plugin.md");
    private static final Pattern SNIPPET =
            Pattern.compile("<!-- (?<file>\\S+)#(?<region>\\w+) -->\\n```\\w+\\n(?<code>.*?)```", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("^```(java|xml|js)$", Pattern.MULTILINE);
    private static final Pattern MARK = Pattern.compile("(tag|end)::\\w+\\[]");

    record Snippet(String file, String region, String code) {}

    @ParameterizedTest
    @MethodSource("snippets")
    void isWhatIsCompiled(Snippet snippet) {
        assertThat(snippet.code()).isEqualTo(region(snippet));
    }

    @Test
    void allCodeIsCutOutOfSources() {
        assertThat(snippets())
                .hasSameSizeAs(CODE.matcher(read(CHAPTER)).results().toList())
                .isNotEmpty();
    }

    static List<Snippet> snippets() {
        return SNIPPET.matcher(read(CHAPTER))
                .results()
                .map(found -> new Snippet(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    /** The lines between the marks of the region, moved to the left margin. */
    private static String region(Snippet snippet) {
        List<String> lines = read(ROOT.resolve(snippet.file())).lines().toList();
        int begin = mark(lines, "tag::" + snippet.region() + "[]");
        int end = mark(lines, "end::" + snippet.region() + "[]");
        String code = lines.subList(begin + 1, end).stream()
                .filter(line -> !MARK.matcher(line).find())
                .collect(Collectors.joining("\n"));
        return code.stripIndent() + "\n";
    }

    private static int mark(List<String> lines, String mark) {
        return Stream.iterate(0, line -> line < lines.size(), line -> line + 1)
                .filter(line -> lines.get(line).contains(mark))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no mark " + mark));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
