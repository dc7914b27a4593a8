package org.gatewright.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Apache with a page for the group {@code staff} alone, which asks a server by {@code mod_authnz_ldap}. */
public final class ApacheWithLdap implements AutoCloseable {

    private final Program program;
    private final URI page;

    private ApacheWithLdap(Program program, URI page) {
        this.program = program;
        this.page = page;
    }

    /** Starts it; its own account is the administrator. */
    public static ApacheWithLdap start(Distribution server) {
        int port = Ports.free();
        Path folder = Folders.make("apache");
        try {
            String configuration = Files.readString(Path.of("src/test/apache/ldap.conf"))
                    .replace("@folder@", folder.toString())
                    .replace("@port@", String.valueOf(port))
                    .replace("@ldap@", String.valueOf(server.ldap()))
                    .replace("@password@", Administrator.PASSWORD);
            Files.writeString(folder.resolve("apache.conf"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> words = List.of(
                "/usr/sbin/apache2",
                "-DFOREGROUND",
                "-f",
                folder.resolve("apache.conf").toString());
        Program program = Program.start(folder, Map.of(), words, () -> listens(port));
        return new ApacheWithLdap(program, URI.create("http://127.0.0.1:" + port + "/index.html"));
    }

    /** Asks for the page with name and password; returns the status. */
    public int get(String username, String password) {
        String pair = username + ":" + password;
        HttpRequest request = HttpRequest.newBuilder(page)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
