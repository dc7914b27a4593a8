package org.gatewright.itests.support;

/**
 * One server for all tests that do not need one to themselves, started by the first of them and ended with the tests. It trusts no proxy on this machine. Tests
 * leave it as they found it, apart from objects under names of their own.
 */
public final class SharedServer {

    private static final Distribution SERVER = start();

    private SharedServer() {}

    /** Returns the server, ready. */
    public static Distribution get() {
        return SERVER;
    }

    /** Returns its administrator. */
    public static Administrator administrator() {
        return new Administrator(SERVER);
    }

    private static Distribution start() {
        Distribution server = Distribution.unpack()
                .withAdministrator()
                .with("GATEWRIGHT_LISTEN__TRUSTED_PROXY_CIDRS", "192.0.2.0/24");
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server.start();
    }
}
