package org.gatewright.spi.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a plug-in checks of itself before anybody can call it. Optional: a plug-in brings any number of them as services, such as with
 * {@code @Component(service = SelfTest.class)}. Those of a version are called in each trial of that version, one after the other, once its types have started and
 * stored settings were found to fit: before an update, a roll back or a release, and when a server starts with the version. One that finds something, throws or is
 * late refuses the version; whatever was active stays so.
 *
 * <p>Only services that are there when the types have started are called: one that needs a service which is missing is not waited for.
 *
 * @since 1.0
 */
@ConsumerType
public interface SelfTest {

    /**
     * Returns what is wrong, as sentences for an administrator; an empty list if nothing is.
     *
     * <p>Called on a thread of its own, with a time limit of ten seconds unless the administrator has set another one; past it the thread is interrupted. The
     * version is not the active one then, and another version of the plug-in may be in use: change nothing, and rely on nothing but what is in the bundle and what
     * the kernel hands out. Whether another machine answers is no fault of the version, and must not decide.
     *
     * @throws Exception if something is wrong; its message is told as well
     */
    List<String> problems() throws Exception;
}
