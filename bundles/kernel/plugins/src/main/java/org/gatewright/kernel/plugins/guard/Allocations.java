package org.gatewright.kernel.plugins.guard;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory threads have taken. */
final class Allocations {

    /** That of the JDK is one of these as well. */
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocations() {}

    /** Returns the bytes that the current thread has taken since it was started, whether they are still in use or not. */
    static long ofThread() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }
}
