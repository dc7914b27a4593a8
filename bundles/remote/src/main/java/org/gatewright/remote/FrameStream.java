package org.gatewright.remote;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An output stream whose bytes travel as messages of one kind. */
final class FrameStream extends OutputStream {

    private static final int BUFFER = 8192;

    private final Frame.Kind kind;
    private final DataOutputStream line;

    private FrameStream(Frame.Kind kind, DataOutputStream line) {
        this.kind = kind;
        this.line = line;
    }

    static PrintStream printer(Frame.Kind kind, DataOutputStream line) {
        return new PrintStream(
                new BufferedOutputStream(new FrameStream(kind, line), BUFFER), false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int start = offset; start < offset + length; start += Frame.LONGEST) {
            int end = Math.min(start + Frame.LONGEST, offset + length);
            new Frame(kind, Arrays.copyOfRange(bytes, start, end)).write(line);
        }
    }
}
