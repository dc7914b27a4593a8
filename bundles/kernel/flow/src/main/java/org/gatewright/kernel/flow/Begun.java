package org.gatewright.kernel.flow;

import java.net.URI;
import org.gatewright.spi.protocol.Access;

/** What became of a flow that a protocol began. */
sealed interface Begun {

    /** The visitor goes on at this page. */
    record Page(URI uri) implements Begun {}

    /** The visitor may not. */
    record Refused(Access access) implements Begun {}

    /** It has run. */
    record Finished(Outcome outcome) implements Begun {}
}
