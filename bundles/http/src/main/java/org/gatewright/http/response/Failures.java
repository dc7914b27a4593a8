package org.gatewright.http.response;

import java.io.IOException;
import org.gatewright.http.request.BadRequestException;
import org.gatewright.http.request.Exchange;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what was thrown into an answer. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Answers with the status of the error's kind. */
    public static void write(Exchange exchange, RuntimeException failure) throws IOException {
        if (exchange.response().isCommitted()) {
            throw failure;
        }
        if (failure instanceof BadRequestException bad) {
            Answers.problem(exchange, bad.status(), "http/bad-request", "Bad request", bad.sentence());
        } else if (failure instanceof InvalidFieldsException invalid) {
            Answers.json(exchange, 400, "application/json", JsonObject.of(invalid.fields()));
        } else if (failure instanceof GatewrightException known && known.code().kind() != ErrorKind.INTERNAL) {
            Answers.problem(
                    exchange,
                    status(known.code().kind()),
                    known.code().code(),
                    title(known.code().kind()),
                    known.detail());
        } else {
            LOG.error("Request {} failed", exchange.id(), failure);
            Answers.problem(
                    exchange,
                    500,
                    "http/internal",
                    "Something went wrong",
                    "The server could not do this. The reference leads the administrator to the reason.");
        }
    }

    /** Returns the status that stands for the kind. */
    public static int status(ErrorKind kind) {
        return switch (kind) {
            case USER -> 400;
            case DENIED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNAVAILABLE -> 503;
            case INTERNAL -> 500;
        };
    }

    private static String title(ErrorKind kind) {
        return switch (kind) {
            case USER -> "Bad request";
            case DENIED -> "Permission denied";
            case NOT_FOUND -> "Not found";
            case CONFLICT -> "Conflict";
            case UNAVAILABLE -> "Not available at the moment";
            case INTERNAL -> "Something went wrong";
        };
    }
}
