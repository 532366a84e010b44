package dev.gatehouse.launcher.demo;

import dev.gatehouse.client.Credentials;
import dev.gatehouse.goldrush.player.Goldrush;
import java.util.HashMap;
import java.util.Map;

/// The first message of a client, as JSON.
final class Hello {

    static Map<String, Object> of(String game, Credentials credentials) {
        Map<String, Object> hello = new HashMap<>();
        hello.put("type", "hello");
        hello.put("protocol", 1);
        hello.put("gameId", game);
        if (credentials.token() != null) {
            hello.put("token", credentials.token());
        }
        hello.put("deviceToken", credentials.deviceToken());
        hello.put(
                "client",
                Map.of("version", "1", "logicVersion", Goldrush.LOGIC_VERSION, "patchVersion", 0, "platform", "demo"));
        return hello;
    }

    private Hello() {}
}
