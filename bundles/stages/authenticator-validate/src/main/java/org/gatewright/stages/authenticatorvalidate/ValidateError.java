package org.gatewright.stages.authenticatorvalidate;

import org.gatewright.spi.error.ErrorCode;
import org.gatewright.spi.error.ErrorKind;

/** Errors of the step. */
enum ValidateError implements ErrorCode {
    /** The user has second factors, and the method of none of them is installed. */
    UNAVAILABLE;

    @Override
    public String code() {
        return "stage.authenticator_validate/unavailable";
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.UNAVAILABLE;
    }
}
