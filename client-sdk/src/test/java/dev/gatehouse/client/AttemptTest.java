package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.client.device.Probe;
import dev.gatehouse.model.error.ConnectionError;
import org.junit.jupiter.api.Test;

/// What becomes of errors in what is not ours: the game's credentials, and the transport.
class AttemptTest {

    private final OutOfMemoryError fatal = new OutOfMemoryError("no heap");

    @Test
    void endsWhereTheGamesCredentialsThrowAnError() {
        var scene = asking(new NoClassDefFoundError("of the game's"));

        assertThat(scene.losses).extracting(ConnectionLost::code).containsExactly(code());
    }

    @Test
    void takesNothingFatalForAFailureOfTheCredentials() {
        assertThatThrownBy(() -> asking(fatal)).isSameAs(fatal);
    }

    @Test
    void takesNothingFatalForABugOfTheTransport() {
        var scene = new Scene();
        scene.line().bug = fatal;

        assertThatThrownBy(() -> scene.line().open()).isSameAs(fatal);
        assertThat(scene.log).isEmpty();
    }

    private static int code() {
        return ConnectionError.CLIENT_SIDE_CONNECTION_ERROR.code();
    }

    private static Scene asking(Error thrown) {
        CredentialsProvider provider = () -> {
            throw thrown;
        };
        return new Scene(ClientSettings.of(Scene.SERVER, provider), Probe.NONE);
    }
}
