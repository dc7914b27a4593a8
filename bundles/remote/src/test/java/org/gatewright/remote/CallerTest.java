package org.gatewright.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final byte[] TOKEN = "right".getBytes(UTF_8);

    private Socket launcher;
    private Socket server;
    private DataOutputStream toServer;
    private DataInputStream fromServer;
    private Caller caller;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            launcher = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort());
            server = listener.accept();
        }
        toServer = new DataOutputStream(launcher.getOutputStream());
        fromServer = new DataInputStream(launcher.getInputStream());
        caller = new Caller(server);
    }

    @AfterEach
    void hangUp() throws IOException {
        launcher.close();
        server.close();
    }

    private void say(Frame.Kind kind, String text) throws IOException {
        new Frame(kind, text).write(toServer);
    }

    @Test
    void readsTheWordsAsTheyWereTyped() throws IOException {
        say(Frame.Kind.TOKEN, "right");
        say(Frame.Kind.WORD, "user-create");
        say(Frame.Kind.WORD, "two words; $x 'ü'");
        say(Frame.Kind.RUN, "/home/ada");
        assertThat(caller.commandLine(TOKEN))
                .contains(new Caller.Typed(List.of("user-create", "two words; $x 'ü'"), Path.of("/home/ada")));
    }

    @Test
    void refusesAnotherToken() throws IOException {
        say(Frame.Kind.TOKEN, "wrong");
        assertThat(caller.commandLine(TOKEN)).isEmpty();
    }

    @Test
    void refusesACallThatStartsWithoutAToken() throws IOException {
        say(Frame.Kind.WORD, "user-list");
        assertThat(caller.commandLine(TOKEN)).isEmpty();
    }

    @Test
    void refusesWhatIsNoMessage() throws IOException {
        toServer.write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
        assertThatThrownBy(() -> caller.commandLine(TOKEN)).isInstanceOf(IOException.class);
    }

    @Test
    void asksThePersonAtTheOtherEnd() throws IOException {
        say(Frame.Kind.ANSWER, "s3cret");
        assertThat(caller.ask("Password: ", true)).isEqualTo("s3cret");
        assertThat(Frame.read(fromServer).kind()).isEqualTo(Frame.Kind.ASK_HIDDEN);
    }

    @Test
    void failsWhenThereIsNobodyToAsk() throws IOException {
        say(Frame.Kind.NO_ANSWER, "");
        assertThatThrownBy(() -> caller.ask("Password: ", true)).hasMessageContaining("Password:");
    }

    @Test
    void keepsOutputAndErrorsApart() throws IOException {
        PrintStream out = caller.printer(Frame.Kind.OUT);
        out.print("list");
        out.flush();
        caller.end(false);
        assertThat(Frame.read(fromServer)).satisfies(frame -> {
            assertThat(frame.kind()).isEqualTo(Frame.Kind.OUT);
            assertThat(frame.text()).isEqualTo("list");
        });
        assertThat(Frame.read(fromServer).kind()).isEqualTo(Frame.Kind.FAILED);
    }
}
