package org.gatewright.console.plugins;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.gatewright.port.error.InvalidFieldsException;

/**
 * Fetches a file from the web.
 *
 * @param limit how long it may take in all
 */
record Download(HttpClient client, Duration limit) {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofMinutes(5);
    private static final int ABSENT = 404;

    /** Fetches as this server does: redirects are followed, but none from https to http. */
    static Download usual() {
        return new Download(
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build(),
                WHOLE);
    }

    /**
     * Fetches all of it.
     *
     * @throws InvalidFieldsException with a sentence that says why it cannot be had
     */
    byte[] get(URI address, int most) {
        return find(address, most)
                .orElseThrow(() ->
                        ArtifactSource.refused(address + " is answered with status " + ABSENT + ", not with a file."));
    }

    /** Does the same; empty if the server says that there is no such file. */
    Optional<byte[]> find(URI address, int most) {
        if (address.getHost() == null) {
            throw ArtifactSource.refused("The address " + address + " names no server.");
        }
        Content content = new Content(most);
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArrayConsumer(content));
        int status = status(address, answer, content);
        if (status == ABSENT) {
            return Optional.empty();
        }
        if (status != 200) {
            throw ArtifactSource.refused(address + " is answered with status " + status + ", not with a file.");
        }
        return Optional.of(content.bytes());
    }

    private int status(URI address, CompletableFuture<HttpResponse<Void>> answer, Content content) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException e) {
            throw content.isTooLong()
                    ? ArtifactSource.tooLarge(content.most)
                    : ArtifactSource.refused(address + " cannot be fetched (" + e.getCause() + ").");
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw ArtifactSource.refused(address + " takes longer than " + limit.toSeconds() + " seconds.");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw ArtifactSource.refused("The download was interrupted.");
        }
    }

    /** What has come so far. */
    private static final class Content implements Consumer<Optional<byte[]>> {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int most;
        private boolean tooLong;

        Content(int most) {
            this.most = most;
        }

        @Override
        public synchronized void accept(Optional<byte[]> part) {
            part.ifPresent(more -> {
                tooLong = more.length > most - bytes.size();
                if (tooLong) {
                    throw new IllegalStateException("longer than " + most + " bytes");
                }
                bytes.writeBytes(more);
            });
        }

        synchronized boolean isTooLong() {
            return tooLong;
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
