package org.gatewright.rest.server;

import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.rest.answer.Problem;
import org.gatewright.spi.data.JsonObject;
import org.gatewright.spi.error.ErrorKind;
import org.gatewright.spi.error.GatewrightException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns errors into problem documents (RFC 9457), and errors of fields into authentik's shape. */
final class FailureMapper implements ExceptionMapper<RuntimeException> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);
    private static final Map<ErrorKind, Integer> STATUS = Map.of(
            ErrorKind.USER, 400,
            ErrorKind.DENIED, 403,
            ErrorKind.NOT_FOUND, 404,
            ErrorKind.CONFLICT, 409,
            ErrorKind.UNAVAILABLE, 503);

    @Override
    public Response toResponse(RuntimeException failure) {
        if (failure instanceof InvalidFieldsException invalid) {
            return answer(400, MediaType.APPLICATION_JSON, JsonObject.of(new TreeMap<>(invalid.fields())));
        }
        if (failure instanceof GatewrightException known
                && STATUS.containsKey(known.code().kind())) {
            int status = STATUS.getOrDefault(known.code().kind(), 500);
            return problem(status, known.code().code(), known.detail());
        }
        if (failure instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            return problem(
                    status,
                    "http/" + status,
                    Response.Status.fromStatusCode(status) == null ? "Refused." : reason(status));
        }
        LOG.error("A call of the API failed", failure);
        return problem(500, "http/internal", "The server could not do this. Its log says why.");
    }

    private static String reason(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not know the method.";
            case 406 -> "The API speaks application/json.";
            case 415 -> "The API takes application/json, and the jars of plug-ins as application/java-archive.";
            default -> "The request is not one that the API takes.";
        };
    }

    private static Response problem(int status, String code, String detail) {
        return answer(status, Problem.MEDIA_TYPE, new Problem(status, code, detail).show());
    }

    private static Response answer(int status, String mediaType, JsonObject body) {
        return Response.status(status).type(mediaType).entity(body).build();
    }
}
