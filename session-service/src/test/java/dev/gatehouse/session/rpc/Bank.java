package dev.gatehouse.session.rpc;

import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.Reply;
import dev.gatehouse.model.servercode.ServerRpc;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Methods of every kind.
@ServerRpc
public final class Bank {

    public record Coin(
            @Member(1) int worth, @Member(2) @Nullable String motto) {}

    final List<String> calls = new CopyOnWriteArrayList<>();
    final CountDownLatch began = new CountDownLatch(1);
    final CountDownLatch interrupted = new CountDownLatch(1);
    private final CountDownLatch opening = new CountDownLatch(1);

    public int sum(List<Coin> coins, @Nullable String note) {
        calls.add("sum");
        return coins.stream().mapToInt(Coin::worth).sum();
    }

    public String who(Caller caller) {
        return caller.playerId().value();
    }

    public void nothing() {
        calls.add("nothing");
    }

    public Reply<Coin> withdraw(int worth) {
        return worth > 10 ? Reply.refused("too_poor", "Not that much.") : Reply.of(new Coin(worth, null));
    }

    public void fail() {
        throw new IllegalStateException("secret");
    }

    public int breaks() {
        return broken(new AssertionError("secret"));
    }

    public int exhausts() {
        return broken(new OutOfMemoryError("secret"));
    }

    private static int broken(Error why) {
        throw why;
    }

    public String large() {
        return "x".repeat(200);
    }

    public void waits() throws InterruptedException {
        calls.add("waits");
        began.countDown();
        try {
            opening.await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    void opens() {
        opening.countDown();
    }
}
