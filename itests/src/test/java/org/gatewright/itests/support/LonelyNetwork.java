package org.gatewright.itests.support;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A network namespace in which there is nothing but the loopback interface. */
public final class LonelyNetwork {

    /** What to put before a command so that it runs in one of its own; the process stays the same. */
    public static final List<String> COMMAND =
            List.of("unshare", "--net", "--map-root-user", "sh", "-c", "ip link set lo up && exec \"$@\"", "sh");

    private final long pid;

    private LonelyNetwork(long pid) {
        this.pid = pid;
    }

    /** Tells whether the system lets this user have one. */
    public static boolean isAllowed() {
        return run(Stream.concat(COMMAND.stream(), Stream.of("true")).toList()).exitCode() == 0;
    }

    /** The one that a process runs in. */
    public static LonelyNetwork of(Process process) {
        return new LonelyNetwork(process.pid());
    }

    /** Asks from the inside; returns the answer from its status line on, and what went wrong if there is none. */
    public String get(URI base, String path) {
        String script = "exec 3<>/dev/tcp/127.0.0.1/" + base.getPort() + " && printf 'GET " + path
                + " HTTP/1.1\\r\\nHost: " + base.getAuthority() + "\\r\\nConnection: close\\r\\n\\r\\n' >&3 && cat <&3";
        return inside("bash", "-c", script).output();
    }

    /** Returns the names of the network interfaces. */
    public List<String> interfaces() {
        return inside("cat", "/proc/net/dev")
                .output()
                .lines()
                .filter(line -> line.contains(":"))
                .map(line -> line.substring(0, line.indexOf(':')).strip())
                .toList();
    }

    private Command inside(String... words) {
        List<String> enter =
                List.of("nsenter", "--target", String.valueOf(pid), "--user", "--net", "--preserve-credentials");
        return run(Stream.concat(enter.stream(), Arrays.stream(words)).toList());
    }

    private static Command run(List<String> words) {
        return Command.run(Path.of("."), Map.of(), Duration.ofSeconds(30), words);
    }
}
