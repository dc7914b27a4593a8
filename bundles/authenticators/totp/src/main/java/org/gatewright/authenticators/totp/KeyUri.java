package org.gatewright.authenticators.totp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address by which an app takes a secret: {@code otpauth://totp/issuer:account?…}, as Google Authenticator defined it. */
final class KeyUri {

    private KeyUri() {}

    static String of(Seed seed, String issuer, String account) {
        // a colon divides issuer and account, so neither may have one
        String label = encoded(issuer.replace(":", "")) + ":" + encoded(account.replace(":", ""));
        return "otpauth://totp/" + label + "?secret=" + seed.text() + "&issuer=" + encoded(issuer) + "&algorithm="
                + seed.algorithm() + "&digits=" + seed.digits() + "&period=" + OneTimeCode.PERIOD;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
