package dev.gatehouse.simulation;

import dev.gatehouse.client.Statistics;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.session.player.answer.PlayerView;
import dev.gatehouse.session.player.answer.ViewAnswer;
import dev.gatehouse.session.session.StoredSession;
import dev.gatehouse.simulation.backend.Backend;
import dev.gatehouse.simulation.check.Promise;
import dev.gatehouse.simulation.client.Player;
import dev.gatehouse.simulation.game.Ledger;
import dev.gatehouse.simulation.game.Tavern;
import dev.gatehouse.simulation.node.SimulatedNode;
import dev.gatehouse.simulation.registry.Answers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares, once all is quiet, what every side has of every player, and what was promised.
final class Audit {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// By then every order has come that was given up on.
    private static final Duration CALM = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(500);

    /// One may meet what is left of the last fault.
    private static final int ATTEMPTS = 8;

    /// Longer than a lease.
    private static final Duration RESTART = Settings.PLAYERS.leaseTtl().plusSeconds(1);

    private final World world;
    private final List<SimulatedNode> nodes;
    private final List<Player> players;
    private final Backend backend;

    Audit(World world, List<SimulatedNode> nodes, List<Player> players, Backend backend) {
        this.world = world;
        this.nodes = nodes;
        this.players = players;
        this.backend = backend;
    }

    void run() {
        goOn(CALM, () -> false);
        if (!hearEachOther()) {
            world.history().violated(Promise.PROGRESS, "not everybody hears what is said");
            return;
        }
        players.forEach(this::checkMembership);
        players.forEach(this::audit);
        world.watch().states().report();
    }

    /// Waits until everybody has heard the last that was said, and all before.
    private boolean hearEachOther() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            players.stream()
                    .filter(Player::isPlaying)
                    .forEach(player -> player.speech().sayEverywhere());
            if (goOn(
                    PATIENCE,
                    () -> players.stream().allMatch(player -> player.speech().isUpToDate()))) {
                return true;
            }
        }
        return false;
    }

    /// It is in the tavern, and knows who else is.
    private void checkMembership(Player player) {
        if (!goOn(PATIENCE, () -> player.isPlaying() && isMember(player))) {
            world.history().violated(Promise.C1, player.key() + " has lost its place in the tavern");
        }
        if (!goOn(PATIENCE, () -> player.speech().knows(companyOf(player)))) {
            world.history().violated(Promise.C6, player.key() + " does not know who is in the tavern");
        }
    }

    private boolean isMember(Player player) {
        return members().stream()
                .anyMatch(member -> member.session().equals(player.session().id()));
    }

    private Set<PlayerId> companyOf(Player player) {
        return members().stream()
                .map(TopicMember::player)
                .filter(other -> !other.equals(player.key().playerId()))
                .collect(Collectors.toSet());
    }

    private List<TopicMember> members() {
        return Answers.of(world.registry().topics().read(Topic.group(Ledger.ID, Tavern.GROUP), -1))
                .members();
    }

    private void audit(Player player) {
        if (!settles(player)) {
            world.history().violated(Promise.PROGRESS, player.key() + " is not told of its last flush");
            return;
        }
        var owner = owner(player.key());
        if (owner.isEmpty()) {
            world.history().violated(Promise.PROGRESS, "nobody shows " + player.key());
            return;
        }
        if (!player.isPlaying()) {
            world.history().violated(Promise.PROGRESS, player.key() + " has stopped playing, though all is well");
            return;
        }
        compare(player, owner.get());
        checkActions(player);
        checkEvents(player);
        checkStream(player, owner.get());
        replayElsewhere(player, owner.get());
    }

    /// Waits until the client has heard all, as far as it comes, stands still, and has sent all.
    private boolean settles(Player player) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            goOn(PATIENCE, () -> player.isPlaying() && actions(player).containsAll(backend.given(player.key())));
            player.standStill(true);
            var flushed = player.flush();
            var sent = player.checksum();
            if (goOn(PATIENCE, flushed::isDone)
                    && !flushed.isCompletedExceptionally()
                    && sent.equals(player.checksum())) {
                return true;
            }
            player.standStill(false);
        }
        return false;
    }

    /// The server actions that the client has executed.
    private static List<Long> actions(Player player) {
        var ledger = player.session().player();
        var all = new ArrayList<Long>(ledger.gifts());
        all.addAll(ledger.notes());
        return all;
    }

    /// The player as the node shows it that owns it: a stale owner may not have noticed yet.
    private Optional<PlayerView> owner(PlayerKey player) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var seen = nodes.stream()
                    .flatMap(node -> view(node, player).stream())
                    .max(Comparator.comparingLong(PlayerView::epoch));
            if (seen.isPresent()) {
                return seen;
            }
            goOn(PAUSE, () -> false);
        }
        return Optional.empty();
    }

    private Optional<PlayerView> view(SimulatedNode node, PlayerKey player) {
        var answer = new AtomicReference<@Nullable ViewAnswer>();
        node.players().ifPresent(players -> players.view(player).thenAccept(answer::set));
        goOn(PATIENCE, () -> answer.get() != null);
        return answer.get() instanceof ViewAnswer.Seen(var view) ? Optional.of(view) : Optional.empty();
    }

    private void compare(Player player, PlayerView server) {
        var session = player.session();
        var model = Ledger.MODEL.encodeModel(Encoding.JSON, session.player(), Audience.CLIENT);
        boolean equal = Objects.equals(server.tick(), session.tick())
                && Objects.equals(server.checksum(), session.checksum())
                && Objects.equals(server.model(), new JsonText(((Encoded.Json) model).text()));
        if (!equal) {
            world.history()
                    .violated(
                            Promise.EQUAL_MODELS,
                            "%s has tick %d and %s here, tick %d and %s there"
                                    .formatted(
                                            player.key(),
                                            session.tick(),
                                            session.player(),
                                            server.tick(),
                                            server.model()));
        }
    }

    private void checkActions(Player player) {
        var ledger = player.session().player();
        if (!ledger.marks().containsAll(player.acknowledged())) {
            broken(Promise.C1, player, "lost of the marks " + player.acknowledged());
        }
        if (!ledger.marks().stream().sorted().toList().equals(List.copyOf(ledger.marks()))) {
            broken(Promise.C3, player, "has marks out of order");
        }
        var given = actions(player);
        if (!given.containsAll(backend.given(player.key()))) {
            broken(Promise.C1, player, "lost of the gifts " + backend.given(player.key()));
        }
        given.addAll(ledger.marks().stream().map(mark -> -mark).toList());
        if (new HashSet<>(given).size() < given.size()) {
            broken(Promise.C2, player, "has something twice");
        }
    }

    private void checkEvents(Player player) {
        long lost = player.speech().lost();
        if (lost > 0) {
            broken(Promise.C1, player, "lost " + lost + " events");
        }
    }

    private void broken(Promise promise, Player player, String how) {
        world.history()
                .violated(
                        promise,
                        player.key() + " " + how + ": " + player.session().player());
    }

    /// What the node has sent last, the client has received, and the other way round.
    private void checkStream(Player player, PlayerView server) {
        var node = nodes.stream()
                .filter(one -> one.id().equals(server.owner()))
                .findFirst()
                .orElseThrow();
        var stored = new AtomicReference<@Nullable StoredSession>();
        boolean agrees = goOn(PATIENCE, () -> {
            var whole = stored.get();
            node.players()
                    .ifPresent(players -> players.visit(
                            player.key(), session -> session.whole(false).ifPresent(stored::set)));
            return whole != null && player.isPlaying() && agrees(player.statistics(), whole);
        });
        if (!agrees) {
            world.history()
                    .violated(
                            Promise.C6,
                            "%s ends with %s here, %s there"
                                    .formatted(
                                            player.key(),
                                            player.isPlaying() ? player.statistics() : "no session",
                                            stored.get()));
        }
    }

    private static boolean agrees(Statistics client, StoredSession server) {
        var sent = server.stream();
        return sent != null
                && sent.lastNumber() == client.received()
                && server.received() == client.sent()
                && client.acknowledged() == client.sent()
                && client.handled() == client.received();
    }

    /// Takes the owner away: whoever is next has to come to the same from what is stored.
    private void replayElsewhere(Player player, PlayerView before) {
        var whole = wholeModel(player.key(), before);
        nodes.stream().filter(node -> node.id().equals(before.owner())).forEach(node -> node.crash(RESTART));
        goOn(RESTART, () -> false);
        var after = owner(player.key());
        if (after.isEmpty()
                || !whole.equals(wholeModel(player.key(), after.get()))
                || !Objects.equals(after.get().tick(), before.tick())
                || !Objects.equals(after.get().checksum(), before.checksum())
                || !Objects.equals(after.get().model(), before.model())) {
            world.history()
                    .violated(
                            Promise.C9,
                            "%s was %s, %s, and is replayed as %s"
                                    .formatted(player.key(), before, whole, after.orElse(null)));
        }
    }

    /// The model with what only the server knows.
    private Optional<PlayerModel> wholeModel(PlayerKey player, PlayerView at) {
        var answer = new AtomicReference<@Nullable ViewAnswer>();
        nodes.stream()
                .filter(node -> node.id().equals(at.owner()))
                .flatMap(node -> node.players().stream())
                .forEach(players -> players.held(player).thenAccept(answer::set));
        goOn(PATIENCE, () -> answer.get() != null);
        return answer.get() instanceof ViewAnswer.Held(var model) ? Optional.ofNullable(model) : Optional.empty();
    }

    private boolean goOn(Duration most, BooleanSupplier enough) {
        return world.agenda().run(world.agenda().now() + most.toNanos(), enough);
    }
}
