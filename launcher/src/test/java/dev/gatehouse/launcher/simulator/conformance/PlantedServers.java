package dev.gatehouse.launcher.simulator.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The planted servers, which all run in this process, as that is much quicker than one for each.
/// What the service starts is a shell that hands its environment over: it ends when its server
/// does, and its server when it does.
public final class PlantedServers implements Closeable {

    private static final String GOLDRUSH = "dev.gatehouse.goldrush.dedicated.DedicatedServerMain";
    private static final String GAME = "GAME";
    private static final int BACKLOG = 200;

    /// With the game, the port here, and what runs Java for goldrush's own server and the SDK's.
    private static final String SHELL = "game=$1; port=$2; shift 2; case $game in goldrush) exec \"$@\" " + GOLDRUSH
            + ";; sdk) exec \"$@\" " + SdkServerMain.class.getName()
            + ";; esac; exec 3<>/dev/tcp/127.0.0.1/$port; env | grep ^GATEHOUSE_ >&3;"
            + " echo \"" + GAME + "=$game\" >&3; echo >&3; read -r status <&3; exit $status";

    private final ServerSocket door;

    private PlantedServers(ServerSocket door) {
        this.door = door;
    }

    public static PlantedServers open() throws IOException {
        var servers = new PlantedServers(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("planted-servers").start(servers::accept);
        return servers;
    }

    /// What starts one.
    ///
    /// @param java runs a class of the class path
    public List<String> command(List<String> java) {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/env", "bash", "-c", SHELL, "planted", "{gameId}", Integer.toString(door.getLocalPort())));
        command.addAll(java);
        return command;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var shell = door.accept();
                Thread.ofVirtual().name("planted-server").start(() -> run(shell));
            } catch (IOException _) {
                // The door was closed.
            }
        }
    }

    private static void run(Socket shell) {
        try (shell) {
            var in = new BufferedReader(new InputStreamReader(shell.getInputStream(), UTF_8));
            var environment = environment(in);
            var mistake = Mistake.of(String.valueOf(environment.get(GAME)));
            var server = PlantedServer.start(mistake, environment);
            Thread.ofVirtual().start(() -> {
                awaitEnd(in);
                server.stop();
            });
            int status = server.awaitEnd();
            shell.getOutputStream().write((status + "\n").getBytes(UTF_8));
        } catch (Exception e) {
            System.out.println("a planted server has failed: " + e);
        }
    }

    private static Map<String, String> environment(BufferedReader in) throws IOException {
        Map<String, String> environment = new HashMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int end = line.indexOf('=');
            environment.put(line.substring(0, end), line.substring(end + 1));
        }
        return environment;
    }

    /// Of the shell, which says nothing more.
    private static void awaitEnd(BufferedReader in) {
        try {
            var _ = in.read();
        } catch (IOException _) {
            // So it has ended.
        }
    }
}
