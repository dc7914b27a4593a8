package org.gatewright.kernel.policy;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/** Why a policy that another one asks for has no answer. */
enum PolicyError implements ErrorCode {
    /** There is none of that name. */
    ABSENT("policies/absent"),
    /** It asks for itself, or policies ask for each other too deeply. */
    CYCLE("policies/cycle");

    private final String code;

    PolicyError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.UNAVAILABLE;
    }
}
