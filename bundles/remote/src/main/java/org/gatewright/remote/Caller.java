package org.gatewright.remote;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server's end of one call. */
final class Caller {

    private static final int MOST_WORDS = 1000;
    private static final int HANDSHAKE_MILLIS = 5000;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    Caller(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    /**
     * What a caller typed.
     *
     * @param folder where; relative names of files mean files there
     */
    record Typed(List<String> words, Path folder) {}

    /** Reads the command line of a caller that knows the token; anybody else gets no answer at all. */
    Optional<Typed> commandLine(byte[] token) throws IOException {
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        Frame first = Frame.read(in);
        if (first.kind() != Frame.Kind.TOKEN || !MessageDigest.isEqual(token, first.content())) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        Frame next = Frame.read(in);
        while (next.kind() == Frame.Kind.WORD && words.size() < MOST_WORDS) {
            words.add(next.text());
            next = Frame.read(in);
        }
        forget();
        return next.kind() == Frame.Kind.RUN ? Optional.of(new Typed(words, Path.of(next.text()))) : Optional.empty();
    }

    /** A person may take long over an answer. */
    private void forget() throws SocketException {
        socket.setSoTimeout(0);
    }

    PrintStream printer(Frame.Kind kind) {
        return FrameStream.printer(kind, out);
    }

    /** Asks the person at the other end. */
    String ask(String prompt, boolean hidden) throws IOException {
        new Frame(hidden ? Frame.Kind.ASK_HIDDEN : Frame.Kind.ASK, prompt).write(out);
        Frame answer = Frame.read(in);
        if (answer.kind() != Frame.Kind.ANSWER) {
            throw new IOException("The question \"" + prompt.strip() + "\" has no answer; give it as an option");
        }
        return answer.text();
    }

    void end(boolean succeeded) throws IOException {
        new Frame(succeeded ? Frame.Kind.SUCCEEDED : Frame.Kind.FAILED, "").write(out);
    }
}
