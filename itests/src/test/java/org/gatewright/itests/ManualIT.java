package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatewright.itests.support.SharedServer;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** The manual speaks of the server that runs: its commands with their options, its addresses and its settings. */
class ManualIT {

    private static final Path MANUAL = Path.of("../docs/manual");
    private static final Pattern OPTION = Pattern.compile("--[a-z]+");
    private static final Pattern HEADING = Pattern.compile("(?m)^## ");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)");
    private static final Set<String> EVERYWHERE = Set.of("--help", "--json");

    @Test
    void namesEveryOptionOfEachCommandAndNoOther() throws IOException {
        Map<String, String> sections = sections(read("console.md"));
        assertThat(sections).hasSizeGreaterThan(8).containsKeys("doctor", "createsuperuser");

        sections.forEach((command, text) -> {
            String help = SharedServer.get().command(command, "--help");
            assertThat(options(tables(text))).as(command).isEqualTo(options(help));
        });
    }

    @Test
    void namesEveryAddressOfTheApi() throws IOException {
        String manual = read("api.md");
        Set<String> paths = SharedServer.administrator()
                .get("schema/")
                .object("paths")
                .map(JsonObject::members)
                .orElseThrow()
                .keySet();
        assertThat(paths).hasSizeGreaterThan(40).allSatisfy(path -> assertThat(named(path))
                .allSatisfy(part -> assertThat(manual).contains(part)));
    }

    @Test
    void namesEverySettingOfTheFile() throws IOException {
        String manual = read("install.md");
        List<String> settings = Files.readAllLines(SharedServer.get().folder().resolve("etc/gatewright.cfg")).stream()
                .filter(line -> line.matches("#?[a-z]+\\.[a-z_]+ = .*"))
                .map(line -> line.replaceAll("^#| = .*", ""))
                .toList();

        assertThat(settings).hasSizeGreaterThan(10).allSatisfy(setting -> assertThat(manual)
                .contains("`" + setting + "`"));
    }

    @Test
    void leadsNowhereThatDoesNotExist() throws IOException {
        try (Stream<Path> pages = Files.list(MANUAL)) {
            for (Path page : pages.toList()) {
                assertThat(LINK.matcher(Files.readString(page)).results().map(found -> found.group(1)))
                        .as(page.toString())
                        .allSatisfy(link -> assertThat(MANUAL.resolve(link)).exists());
            }
        }
    }

    /** What of the address must be in the manual: the collection, and the action if there is one. */
    private static List<String> named(String path) {
        String general = path.substring(1)
                .replaceAll(
                        "^(stages|policies|providers|authenticatormethods)/(?!all/|types/|bindings/)[a-z0-9_]+/",
                        "$1/<type>/");
        return List.of(general.split("\\{[a-z]+}/"));
    }

    private static Map<String, String> sections(String page) {
        return HEADING.splitAsStream(page)
                .skip(1)
                .collect(Collectors.toMap(
                        section -> section.lines().findFirst().orElseThrow(),
                        section -> section,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** An example does not tell what an option is for. */
    private static String tables(String section) {
        return section.lines().filter(line -> line.startsWith("|")).collect(Collectors.joining("\n"));
    }

    private static Set<String> options(String text) {
        Set<String> options =
                OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        options.removeAll(EVERYWHERE);
        return options;
    }

    private static String read(String page) throws IOException {
        return Files.readString(MANUAL.resolve(page));
    }
}
