package dev.gatehouse.proxy.handshake;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import org.jspecify.annotations.Nullable;

/// A hello that is good, but for what a test says.
final class HelloMaker {

    private int protocol = 1;
    private String game = "goldrush";
    private @Nullable String token = "good";
    private @Nullable String device = "phone";
    private @Nullable String bearer;
    private @Nullable Resume resume;
    private int logicVersion = 3;
    private int patchVersion;
    private String platform = "web";
    private @Nullable String commitId;
    private @Nullable Integer loginProtocol;

    /// When the client's socket is gone.
    final Departure departure = new Departure();

    static HelloMaker hello() {
        return new HelloMaker();
    }

    HelloMaker protocol(int value) {
        protocol = value;
        return this;
    }

    HelloMaker game(String value) {
        game = value;
        return this;
    }

    HelloMaker token(@Nullable String value) {
        token = value;
        return this;
    }

    HelloMaker device(@Nullable String value) {
        device = value;
        return this;
    }

    HelloMaker bearer(String value) {
        bearer = value;
        return this;
    }

    HelloMaker resume(String session) {
        resume = new Resume(new SessionId(session), "secret", 1, 0);
        return this;
    }

    HelloMaker logicVersion(int value) {
        logicVersion = value;
        return this;
    }

    HelloMaker patchVersion(int value) {
        patchVersion = value;
        return this;
    }

    HelloMaker platform(String value) {
        platform = value;
        return this;
    }

    HelloMaker commitId(String value) {
        commitId = value;
        return this;
    }

    HelloMaker loginProtocol(int value) {
        loginProtocol = value;
        return this;
    }

    Greeting build() {
        var client = new ClientVersion("1.0", logicVersion, patchVersion, platform, commitId);
        var hello = new Hello(protocol, new GameId(game), token, device, client, resume, loginProtocol);
        return new Greeting(hello, bearer, Encoding.JSON, HandshakeBench.NEW, departure);
    }
}
