package org.gatewright.port.outpost;

import org.osgi.annotation.versioning.ConsumerType;

/** The way to the other side. What fails on it ends the connection; nobody is told. */
@ConsumerType
public interface Wire {

    /** Sends bytes; may keep them until the message is done. */
    void send(byte[] bytes);

    /** Begins TLS after the message. */
    void startTls();

    /** Closes the connection after the message. */
    void close();
}
