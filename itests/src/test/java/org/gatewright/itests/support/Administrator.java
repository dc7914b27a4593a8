package org.gatewright.itests.support;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gatewright.json.JsonText;
import org.gatewright.spi.data.JsonObject;

/** Somebody with an API token who may do everything. */
public final class Administrator {

    /** The e-mail address of the administrator that the bootstrap variables make. */
    public static final String MAIL = "admin@example.org";

    /** The password. */
    public static final String PASSWORD = "correct horse battery";

    /** The API token. */
    public static final String TOKEN = "an-api-token-for-tests-0123456789";

    private final Visitor visitor;
    private final String token;

    /** The administrator that the bootstrap variables made. */
    public Administrator(Distribution server) {
        this.visitor = new Visitor(server.base());
        this.token = TOKEN;
    }

    /** Reads an object. */
    public JsonObject get(String path) {
        return body(visitor.get("/api/v3/" + path, "Authorization", "Bearer " + token), 200);
    }

    /** Reads a list. */
    public List<JsonObject> list(String path) {
        return get(path).objects("results");
    }

    /** Makes an object. */
    public JsonObject create(String path, JsonObject fields) {
        return body(visitor.json("POST", "/api/v3/" + path, fields, "Authorization", "Bearer " + token), 201);
    }

    /** Changes an object. */
    public JsonObject change(String path, JsonObject fields) {
        return body(visitor.json("PATCH", "/api/v3/" + path, fields, "Authorization", "Bearer " + token), 200);
    }

    /** Does something with an object that answers with nothing. */
    public void act(String path, JsonObject fields) {
        HttpResponse<String> response = send("POST", path, fields);
        if (response.statusCode() != 200 && response.statusCode() != 204) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
    }

    /** Sends anything and returns the whole answer. */
    public HttpResponse<String> send(String method, String path, JsonObject body) {
        return visitor.json(method, "/api/v3/" + path, body, "Authorization", "Bearer " + token);
    }

    /** Installs or updates with the jar and returns the whole answer. */
    public HttpResponse<String> upload(Path jar) {
        return visitor.jar("/api/v3/plugins/", jar, "Authorization", "Bearer " + token);
    }

    /** Posts the jar of a plug-in that must have this SHA-256. */
    public HttpResponse<String> upload(Path jar, String sha256) {
        String address = "/api/v3/plugins/?" + Visitor.encode(Map.of("sha256", sha256));
        return visitor.jar(address, jar, "Authorization", "Bearer " + token);
    }

    /**
     * Posts the jar of a plug-in.
     *
     * @param query such as {@code check=true}
     */
    public HttpResponse<String> uploadAs(Path jar, String query) {
        return visitor.jar("/api/v3/plugins/?" + query, jar, "Authorization", "Bearer " + token);
    }

    /** Makes the jar a canary for an audience, such as {@code share=10}. */
    public JsonObject canary(Path jar, String audience) {
        String address = "/api/v3/plugins/?" + Visitor.encode(Map.of("canary", audience));
        return body(visitor.jar(address, jar, "Authorization", "Bearer " + token), 200);
    }

    /** Gets anything and returns the text of the answer. */
    public String text(String path) {
        return visitor.get("/api/v3/" + path, "Authorization", "Bearer " + token)
                .body();
    }

    private static JsonObject body(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new AssertionError(response.statusCode() + " " + response.body());
        }
        return JsonText.read(response.body());
    }
}
