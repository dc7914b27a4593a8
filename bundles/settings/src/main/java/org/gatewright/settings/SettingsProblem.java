package org.gatewright.settings;

/** A setting or a file that the server cannot start with; the message is a sentence for the person who can mend it. */
final class SettingsProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsProblem(String sentence) {
        super(sentence);
    }

    SettingsProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
