package org.gatewright.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * One message on the line between launcher and server.
 *
 * @param kind what it is
 * @param content its bytes, at most {@link #LONGEST}
 */
record Frame(Kind kind, byte[] content) {

    static final int LONGEST = 1 << 20;

    /** What a message is; the order is part of the protocol. */
    enum Kind {
        /** To the server: the token of the data folder. */
        TOKEN,
        /** To the server: one word of the command line. */
        WORD,
        /** To the server: the command line is complete, and this is the folder in which it was typed. */
        RUN,
        /** To the launcher: text for the standard output. */
        OUT,
        /** To the launcher: text for the standard error. */
        ERROR,
        /** To the launcher: a question whose answer is shown while it is typed. */
        ASK,
        /** To the launcher: a question whose answer is hidden. */
        ASK_HIDDEN,
        /** To the server: the answer to a question. */
        ANSWER,
        /** To the server: there is nobody to ask. */
        NO_ANSWER,
        /** To the launcher: the command has succeeded. */
        SUCCEEDED,
        /** To the launcher: the command has failed. */
        FAILED
    }

    Frame(Kind kind, String text) {
        this(kind, text.getBytes(UTF_8));
    }

    String text() {
        return new String(content, UTF_8);
    }

    /** Sends it at once. */
    void write(DataOutputStream out) throws IOException {
        synchronized (out) {
            out.writeByte(kind.ordinal());
            out.writeInt(content.length);
            out.write(content);
            out.flush();
        }
    }

    /** Waits for the next one. */
    static Frame read(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        if (kind >= Kind.values().length || length < 0 || length > LONGEST) {
            throw new IOException("not a message of the console line");
        }
        return new Frame(Kind.values()[kind], in.readNBytes(length));
    }
}
