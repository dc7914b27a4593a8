package org.gatewright.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Console;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The launcher's end of the line: runs one command in the server and ends as it ended. */
public final class RemoteCommand {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final PrintStream output;
    private final PrintStream error;
    private final BufferedReader typed;

    private RemoteCommand(Socket socket) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        this.output = new PrintStream(System.out, false, UTF_8);
        this.error = new PrintStream(System.err, false, UTF_8);
        this.typed = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    }

    /**
     * Runs a command.
     *
     * @param arguments the file that the server left, then the command and its arguments
     */
    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("usage: <file of the console line> <command> [argument …]");
            System.exit(MISUSED);
        }
        System.exit(call(Path.of(arguments[0]), List.of(arguments).subList(1, arguments.length)));
    }

    private static int call(Path file, List<String> words) {
        try {
            String[] address = Files.readString(file, UTF_8).strip().split(" ");
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address[0]))) {
                return new RemoteCommand(socket).run(address[1], words);
            }
        } catch (IOException e) {
            System.err.println("gatewright: the running server does not answer (" + e + ")");
            return FAILED;
        }
    }

    private int run(String token, List<String> words) throws IOException {
        new Frame(Frame.Kind.TOKEN, token).write(out);
        for (String word : words) {
            new Frame(Frame.Kind.WORD, word).write(out);
        }
        new Frame(Frame.Kind.RUN, Path.of("").toAbsolutePath().toString()).write(out);
        while (true) {
            Frame frame = Frame.read(in);
            switch (frame.kind()) {
                case OUT -> show(output, frame);
                case ERROR -> show(error, frame);
                case ASK, ASK_HIDDEN -> answer(frame).write(out);
                case SUCCEEDED -> {
                    return 0;
                }
                case FAILED -> {
                    return FAILED;
                }
                default -> throw new IOException("unexpected message " + frame.kind());
            }
        }
    }

    private static void show(PrintStream stream, Frame frame) {
        stream.write(frame.content(), 0, frame.content().length);
        stream.flush();
    }

    private Frame answer(Frame question) throws IOException {
        return read(question.text(), question.kind() == Frame.Kind.ASK_HIDDEN)
                .map(text -> new Frame(Frame.Kind.ANSWER, text))
                .orElseGet(() -> new Frame(Frame.Kind.NO_ANSWER, ""));
    }

    /** From the terminal if there is one, else the next line of the standard input. */
    private Optional<String> read(String prompt, boolean hidden) throws IOException {
        Console console = System.console();
        if (console == null) {
            return Optional.ofNullable(typed.readLine());
        }
        if (hidden) {
            return Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
        }
        return Optional.ofNullable(console.readLine("%s", prompt));
    }
}
