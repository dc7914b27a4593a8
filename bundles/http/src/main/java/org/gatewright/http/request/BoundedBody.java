package org.gatewright.http.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A request whose body is read once, within a limit: a body without a declared length cannot get past it. */
public final class BoundedBody extends HttpServletRequestWrapper {

    private byte @Nullable [] body;

    /** Wraps a request of whose body nothing has been read. */
    public BoundedBody(HttpServletRequest request) {
        super(request);
    }

    /**
     * Reads the body, unless that was done.
     *
     * @throws BadRequestException with status 413 if it is longer than the limit in bytes
     */
    public void read(int limit) throws IOException {
        if (body != null) {
            return;
        }
        if (getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
        byte[] bytes = super.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw tooLarge(limit);
        }
        body = bytes;
    }

    /** Returns the body as UTF-8 text. */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Replay(new ByteArrayInputStream(bytes()));
    }

    private byte[] bytes() {
        if (body == null) {
            throw new IllegalStateException("the body has not been read yet");
        }
        return body;
    }

    private static BadRequestException tooLarge(int limit) {
        return new BadRequestException(413, "The body of the request is longer than " + limit + " bytes.");
    }

    private static final class Replay extends ServletInputStream {

        private final InputStream bytes;

        Replay(InputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            try {
                return bytes.available() == 0;
            } catch (IOException e) {
                return true;
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is read already");
        }
    }
}
