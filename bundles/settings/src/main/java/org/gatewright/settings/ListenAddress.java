package org.gatewright.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a listener listens.
 *
 * @param name the setting that says so
 * @param host a host name or an IP address, without brackets
 * @param port 1 to 65535
 */
record ListenAddress(SettingName name, String host, int port) {

    private static final Pattern SHAPE = Pattern.compile("(?:\\[([0-9a-fA-F:.%]+)]|([^:\\[\\]\\s]*)):(\\d{1,5})");
    private static final String EVERYWHERE = "0.0.0.0";
    private static final int HIGHEST = 65535;

    /** Reads {@code host:port}, {@code [IPv6]:port} or {@code :port}. */
    static ListenAddress parse(SettingName name, String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw malformed(name, text);
        }
        int port = Integer.parseInt(matcher.group(3));
        if (port < 1 || port > HIGHEST) {
            throw malformed(name, text);
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new ListenAddress(name, host.isEmpty() ? EVERYWHERE : host, port);
    }

    private static SettingsProblem malformed(SettingName name, String text) {
        return new SettingsProblem("The setting " + name + " is \"" + text
                + "\"; it must be an address and a port such as 0.0.0.0:9000, or empty to switch the listener off");
    }

    /** Refuses a port that another program already holds. */
    void requireFree() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new SettingsProblem(
                    "Port " + port + " on " + host + " is taken or not allowed (" + e.getMessage()
                            + "); stop the program that uses it or choose another one with " + name.variable(),
                    e);
        }
    }

    /** Returns the host by which this machine reaches the listener. */
    String reachableHost() {
        boolean any = host.equals(EVERYWHERE) || host.equals("::");
        String shown = any ? "localhost" : host;
        return shown.indexOf(':') < 0 ? shown : "[" + shown + "]";
    }
}
