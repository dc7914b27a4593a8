package org.gatewright.kernel.plugins;

import java.nio.file.Path;
import java.util.Map;

/** The folder into which people drop plug-ins. */
public interface DropFolder {

    /**
     * A file that may be a plug-in.
     *
     * @param number grows each time the file is dropped or has changed
     * @param old whether it lay there, as it is, when the server started
     */
    record Offer(long number, boolean old) {}

    /** Returns the files that may be plug-ins. */
    Map<Path, Offer> offers();

    /** Lists the file as refused until it has changed or is gone. */
    void refuse(Path file, String reason);
}
