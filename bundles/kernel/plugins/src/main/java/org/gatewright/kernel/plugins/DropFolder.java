package org.gatewright.kernel.plugins;

import java.nio.file.Path;
import java.util.Map;

/** The folder into which people drop plug-ins. */
public interface DropFolder {

    /** Returns the files that may be plug-ins; the number of a file grows each time it is dropped or has changed. */
    Map<Path, Long> offers();

    /** Lists the file as refused until it has changed or is gone. */
    void refuse(Path file, String reason);
}
