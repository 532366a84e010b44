package dev.gatehouse.session;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts a session-service node. How a client's frame travels: `LinkSocketHandler` takes it off the wire, `Link`
/// finds its session, `Players` brings it to the player's shard, `Session` reads it, `Play` runs it on the
/// player's state, `PlayerOwner` writes it to the journal, and only then does the answer leave, the same way
/// back.
@SpringBootApplication
public class SessionServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SessionServiceApplication.class, arguments);
    }
}
