package org.gatewright.kernel.outpost;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.gatewright.port.error.CommonError;
import org.gatewright.port.outpost.Conversation;
import org.gatewright.port.outpost.OutpostDispatcher;
import org.gatewright.port.outpost.Peer;
import org.gatewright.port.outpost.Wire;
import org.gatewright.spi.error.GatewrightException;
import org.gatewright.spi.outpost.Endpoint;
import org.gatewright.spi.outpost.Farewell;

/** An outpost whose messages begin with their length in one byte. It sends them back, and does as some words say. */
final class EchoDispatcher implements OutpostDispatcher {

    static final int HEAD = 2;

    final AtomicInteger ended = new AtomicInteger();
    final CountDownLatch busy = new CountDownLatch(1);
    final CountDownLatch goOn = new CountDownLatch(1);
    volatile List<Wanted> wanted =
            List.of(new Wanted("echo", new Endpoint("plain", false)), new Wanted("echo", new Endpoint("secure", true)));

    @Override
    public List<Wanted> wanted() {
        return wanted;
    }

    @Override
    public Conversation begin(String type, Peer peer) {
        return new Echo();
    }

    private final class Echo implements Conversation {

        private volatile boolean signedIn;
        private boolean encrypted;

        @Override
        public int headLength() {
            return HEAD;
        }

        @Override
        public OptionalInt messageLength(byte[] head) {
            int length = head[0] & 0xff;
            return length == 0 ? OptionalInt.empty() : OptionalInt.of(length == 255 ? 1 << 30 : length);
        }

        @Override
        public void handle(byte[] message, Wire wire) {
            String word = new String(message, 1, message.length - 1, StandardCharsets.US_ASCII);
            switch (word) {
                case "fail" -> throw new GatewrightException(CommonError.TYPE_UNAVAILABLE, "gone");
                case "tls" -> wire.startTls();
                case "bye" -> wire.close();
                case "sign in" -> signedIn = true;
                case "wait" -> await();
                case "flood" -> {
                    for (int i = 0; i < 10_000; i++) {
                        wire.send(new byte[10_000]);
                    }
                }
                default -> {}
            }
            wire.send((word + (encrypted ? " (tls)" : "") + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        private void await() {
            busy.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public byte[] farewell(Farewell reason) {
            return (reason + "\n").getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void encrypted() {
            encrypted = true;
        }

        @Override
        public boolean isSignedIn() {
            return signedIn;
        }

        @Override
        public void close() {
            ended.incrementAndGet();
        }
    }
}
