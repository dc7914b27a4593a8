package org.gatewright.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.gatewright.itests.support.Administrator;
import org.gatewright.itests.support.Client;
import org.gatewright.itests.support.Crowd;
import org.gatewright.itests.support.Distribution;
import org.gatewright.itests.support.FlaskApp;
import org.gatewright.itests.support.Ports;
import org.gatewright.itests.support.Visitor;
import org.gatewright.spi.data.JsonObject;
import org.junit.jupiter.api.Test;

/** What must hold on every database: a real sign-in, documents of plug-ins, and nothing lost by a restart or by a power cut. */
abstract class DatabaseProof {

    private final String database;

    DatabaseProof(String database) {
        this.database = database;
    }

    /** Returns the server that the tests may stop and kill. */
    abstract Distribution server();

    @Test
    void greetsItsUser() {
        Client client = Client.register(
                new Administrator(server()), "flask", FlaskApp.redirectUri(Ports.free()), JsonObject.empty());
        try (FlaskApp app = FlaskApp.start(server(), client)) {
            app.greets(Administrator.MAIL, Administrator.PASSWORD, "flask-" + database);
        }
    }

    @Test
    void keepsSessionsTokensAndKeysOverARestart() {
        Client client =
                Client.register(new Administrator(server()), "kept", "http://localhost:5000/cb", JsonObject.empty());
        Visitor visitor = new Visitor(server().base());
        String code = client.code(visitor, Administrator.MAIL, Administrator.PASSWORD, Map.of());
        HttpResponse<String> tokens = client.exchange(visitor, code, Map.of());
        String keys = keys(client);

        server().restart();

        assertThat(keys(client)).isEqualTo(keys).contains("\"kid\"");
        assertThat(client.silentCode(visitor)).isNotEmpty();
        assertThat(Client.member(userInfo(visitor, Client.member(tokens, "access_token")), "email"))
                .isEqualTo(Administrator.MAIL);
        HttpResponse<String> renewed = client.refresh(visitor, Client.member(tokens, "refresh_token"));
        assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
        assertThat(userInfo(visitor, Client.member(renewed, "access_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsDocumentsOfPluginsUntilTheUserIsDeleted() throws Exception {
        new DocumentsProof(server()).run();
    }

    @Test
    void losesNothingInAPowerCut() {
        Client client = Client.register(
                new Administrator(server()),
                "durable",
                "http://localhost:5000/cb",
                JsonObject.of("access_code_validity", "minutes=10"));
        Crowd crowd = new Crowd(server(), client);

        crowd.signInUntil(100, server()::kill);
        server().start();

        System.out.println(database + ": " + crowd.summary());
        crowd.assertThatNothingIsLost();
    }

    private String keys(Client client) {
        return new Visitor(server().base())
                .get("/application/o/" + client.slug() + "/jwks/")
                .body();
    }

    private static HttpResponse<String> userInfo(Visitor visitor, String token) {
        return visitor.get("/application/o/userinfo/", "Authorization", "Bearer " + token);
    }
}
