package org.gatewright.itests.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The daemon that does the work of Apache's mod_shib. */
public final class Shibd implements AutoCloseable {

    private final Program program;

    private Shibd(Program program) {
        this.program = program;
    }

    /** Starts it with the configuration {@code shibboleth2.xml} in the folder of Apache, and waits for its socket. */
    public static Shibd start(Path folder) {
        Path socket = folder.resolve("shibd.sock");
        return new Shibd(Program.start(
                Folders.make("shibd"),
                Map.of(),
                List.of(
                        "/usr/sbin/shibd",
                        "-F",
                        "-c",
                        folder.resolve("shibboleth2.xml").toString(),
                        "-p",
                        folder.resolve("shibd.pid").toString()),
                () -> Files.exists(socket)));
    }

    @Override
    public void close() {
        program.close();
    }
}
