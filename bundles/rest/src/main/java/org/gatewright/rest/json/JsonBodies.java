package org.gatewright.rest.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.gatewright.json.JsonSyntaxException;
import org.gatewright.json.JsonText;
import org.gatewright.port.error.InvalidFieldsException;
import org.gatewright.spi.data.JsonObject;

/** Reads and writes JSON objects as bodies. An empty body is the empty object. */
public final class JsonBodies implements MessageBodyReader<JsonObject>, MessageBodyWriter<JsonObject> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonObject.class;
    }

    @Override
    public JsonObject readFrom(
            Class<JsonObject> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        try {
            return text.isBlank() ? JsonObject.empty() : NullCharacters.refuse(JsonText.read(text));
        } catch (JsonSyntaxException e) {
            throw new InvalidFieldsException(InvalidFieldsException.NON_FIELD_ERRORS, e.sentence());
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonObject.class;
    }

    @Override
    public void writeTo(
            JsonObject object,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(JsonText.write(object).getBytes(StandardCharsets.UTF_8));
    }
}
