package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GameServerProcessTest {

    @Test
    void noticesTheEndOfItsParentAndNothingElse() throws Exception {
        var ended = new CountDownLatch(1);
        var parent = new PipedOutputStream();
        GameServerProcess.watch(new PipedInputStream(parent), ended::countDown);
        parent.write('x');
        parent.flush();
        assertThat(ended.await(50, TimeUnit.MILLISECONDS)).isFalse();

        parent.close();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
