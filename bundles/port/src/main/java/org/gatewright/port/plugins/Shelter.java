package org.gatewright.port.plugins;

import java.lang.ref.WeakReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the server works within a call of a plug-in, on its thread: this time is not the plug-in's, and a call that has taken too long is not interrupted here. An
 * interrupt would close the files of the embedded database.
 */
public final class Shelter {

    /** The calls of plug-ins that a thread is in. */
    public interface Guarded {

        /**
         * The server's part begins. Each is ended by {@link #leave}; they may be nested.
         *
         * @throws org.gatewright.spi.error.GatewrightException if the call has taken too long already; then there is nothing to leave
         */
        void enter();

        /** The server's part has ended. */
        void leave();
    }

    private static final ThreadLocal<@Nullable WeakReference<Guarded>> CALLS = new ThreadLocal<>();

    private Shelter() {}

    /** Makes these the calls of the current thread, for as long as somebody else holds them. */
    public static void register(Guarded calls) {
        CALLS.set(new WeakReference<>(calls));
    }

    /** Does the work, sheltered if a plug-in is being called. */
    public static <T> T in(Supplier<T> work) {
        WeakReference<Guarded> calls = CALLS.get();
        Guarded guarded = calls == null ? null : calls.get();
        if (guarded == null) {
            return work.get();
        }
        guarded.enter();
        try {
            return work.get();
        } finally {
            guarded.leave();
        }
    }
}
