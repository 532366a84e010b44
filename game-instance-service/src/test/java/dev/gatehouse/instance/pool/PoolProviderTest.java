package dev.gatehouse.instance.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.instance.pool.OrderReply.Answered;
import dev.gatehouse.instance.pool.OrderReply.Undelivered;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PoolOrder;
import dev.gatehouse.model.partner.PoolOrder.Allocate;
import dev.gatehouse.model.partner.PoolOrder.Describe;
import dev.gatehouse.model.partner.PoolOrder.Release;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.registry.pool.FoundPlace;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PoolProviderTest {

    private static final ServerId ID = new ServerId("gs-1");
    private static final InstanceId INSTANCE = new InstanceId("gi-1");
    private static final PooledServer SERVER = new PooledServer(ID, INSTANCE);
    private static final RunningServer RUNNING = new RunningServer(ID, INSTANCE, "box-1/gs-1");
    private static final Duration WITHIN = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final TestRoster roster = new TestRoster();
    private final Pool pool = new Pool(
            "main", roster, new PoolRules(Duration.ofSeconds(5), 3, Duration.ofSeconds(15)), () -> "http://node-2");
    private final List<PoolOrder> given = new ArrayList<>();
    private final Deque<Optional<OrderReply>> answers = new ArrayDeque<>(); // Empty for none.
    private final PoolProvider provider = new PoolProvider(pool, this::give, () -> "order", ANSWER);

    /// Notes what the answer says, as the node that has the link does.
    private OrderReply give(Pool of, FoundPlace at, PoolOrder order, Duration within) {
        given.add(order);
        assertThat(of).isEqualTo(pool);
        assertThat(within).isEqualTo(order instanceof Allocate ? WITHIN : ANSWER);
        var reply = answers.remove().orElseThrow(() -> new ProviderException("no answer"));
        if (reply instanceof Answered(var outcome)) {
            switch (outcome) {
                case RUNNING -> roster.take(at.place().poolServer(), at.place().server());
                case REFUSED, GONE -> roster.free(at.place().poolServer(), ID, outcome == Outcome.REFUSED);
            }
        }
        return reply;
    }

    @Test
    void tellsThePoolServerWhatToRun() {
        roster.free.put("box-1", 1);
        answers.add(Optional.of(new Answered(Outcome.RUNNING)));

        assertThat(allocate()).isEqualTo(new Given("box-1/gs-1"));

        assertThat(given).containsExactly(new Allocate("order", ID, INSTANCE, "ws://localhost:8082", "social", "game"));
        assertThat(provider.list()).containsExactly(RUNNING);
        assertThat(provider.describe(ID)).contains(RUNNING);
    }

    @Test
    void holdsThePlaceForAsLongAsItsOrderMayTakeAndTheGrace() {
        roster.free.put("box-1", 1);
        answers.add(Optional.of(new Answered(Outcome.RUNNING)));

        allocate();

        assertThat(roster.heldFor).isEqualTo(Duration.ofSeconds(3 + 15));
    }

    @Test
    void hasNoServerWhereNoPlaceIsFree() {
        assertThat(allocate()).isEqualTo(new NoServer("no place is free"));
        assertThat(given).isEmpty();
    }

    @Test
    void givesUpWhenItIsInterruptedHoweverFastTheRosterAnswers() {
        roster.free.put("box-1", 1);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(this::allocate).isInstanceOf(ProviderException.class);
            assertThatThrownBy(provider::list).isInstanceOf(ProviderException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(given).isEmpty();
    }

    @Test
    void triesAnotherPoolServerWhereOneRefuses() {
        roster.free.put("box-1", 1);
        roster.free.put("box-2", 5);
        answers.add(Optional.of(new Answered(Outcome.REFUSED)));
        answers.add(Optional.of(new Answered(Outcome.RUNNING)));

        assertThat(allocate()).isEqualTo(new Given("box-2/gs-1"));
    }

    @Test
    void triesAnotherPoolServerWhereOneNeverHearsOfTheOrder() {
        for (int i = 1; i <= 5; i++) {
            roster.free.put("box-" + i, 1);
        }
        for (int i = 1; i <= 4; i++) {
            answers.add(Optional.of(new Undelivered("it has no link")));
        }
        answers.add(Optional.of(new Answered(Outcome.RUNNING)));

        assertThat(allocate()).isEqualTo(new Given("box-5/gs-1"));
        assertThat(roster.free).containsEntry("box-1", 0).containsEntry("box-4", 0);
    }

    @Test
    void triesNoMoreThanTenThatAreOutOfReach() {
        for (int i = 1; i <= 11; i++) {
            roster.free.put("box-" + i, 1);
            answers.add(Optional.of(new Undelivered("it has no link")));
        }

        assertThat(allocate()).isEqualTo(new NoServer("pool servers that refused: 0, out of reach: 10"));
        assertThat(roster.places).isEmpty();
    }

    @Test
    void asksWhoDoesNotAnswerAfterAllOthers() {
        roster.free.put("box-1", 2);
        roster.free.put("box-2", 1);
        answers.add(Optional.empty());
        assertThatThrownBy(this::allocate).isInstanceOf(ProviderException.class);

        assertThat(roster.doubted).containsExactly("box-1");
        assertThat(roster.reserve(new PooledServer(new ServerId("gs-2"), INSTANCE), WITHIN))
                .hasValueSatisfying(
                        found -> assertThat(found.place().poolServer()).isEqualTo("box-2"));
    }

    @Test
    void knowsNothingOfAServerWhosePoolServerIsOutOfReach() {
        roster.free.put("box-1", 1);
        answers.add(Optional.empty());
        assertThatThrownBy(this::allocate).isInstanceOf(ProviderException.class);

        for (int i = 0; i < 3; i++) {
            answers.add(Optional.of(new Undelivered("it has no link")));
        }
        assertThatThrownBy(() -> provider.describe(ID)).hasMessage("it has no link");
        assertThatThrownBy(() -> provider.deallocate(ID)).hasMessage("it has no link");
        assertThatThrownBy(this::allocate).isInstanceOf(ProviderException.class);
        assertThat(roster.places).containsKey(ID);
    }

    @Test
    void triesNoMoreThanThree() {
        for (int i = 1; i <= 4; i++) {
            roster.free.put("box-" + i, 1);
            answers.add(Optional.of(new Answered(Outcome.REFUSED)));
        }

        assertThat(allocate()).isEqualTo(new NoServer("pool servers that refused: 3, out of reach: 0"));
        assertThat(given).hasSize(3);
    }

    @Test
    void asksThePoolServerWhereItsAnswerDidNotCome() {
        roster.free.put("box-1", 1);
        answers.add(Optional.empty());
        assertThatThrownBy(this::allocate).isInstanceOf(ProviderException.class);
        assertThat(provider.list()).isEmpty();

        answers.add(Optional.of(new Answered(Outcome.RUNNING)));
        assertThat(provider.describe(ID)).contains(RUNNING);

        assertThat(given).last().isEqualTo(new Describe("order", ID, INSTANCE));
        assertThat(provider.list()).containsExactly(RUNNING);
        assertThat(allocate()).isEqualTo(new Given("box-1/gs-1"));
    }

    @Test
    void startsAnewWhatThePoolServerNeverHeardOf() {
        roster.free.put("box-1", 1);
        answers.add(Optional.empty());
        assertThatThrownBy(this::allocate).isInstanceOf(ProviderException.class);

        answers.add(Optional.of(new Answered(Outcome.GONE)));
        answers.add(Optional.of(new Answered(Outcome.RUNNING)));

        assertThat(allocate()).isEqualTo(new Given("box-1/gs-1"));
    }

    @Test
    void keepsNoPlaceForWhoIsNotWantedAnyMore() {
        roster.free.put("box-1", 1);

        assertThatThrownBy(() ->
                        provider.allocate(new Allocation(ID, INSTANCE, new GameId("goldrush"), null, WITHIN, () -> {
                            throw new IllegalStateException("not wanted");
                        })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(roster.places).isEmpty();
        assertThat(roster.free).containsEntry("box-1", 1);
    }

    @Test
    void releasesWhatIsGivenBack() {
        roster.take("box-1", SERVER);
        answers.add(Optional.of(new Answered(Outcome.GONE)));

        provider.deallocate(ID);
        provider.deallocate(ID);

        assertThat(given).containsExactly(new Release("order", ID));
        assertThat(provider.describe(ID)).isEmpty();
    }

    @Test
    void saysThatAServerMayStillBeThere() {
        roster.take("box-1", SERVER);
        answers.add(Optional.of(new Answered(Outcome.RUNNING)));
        answers.add(Optional.empty());

        assertThatThrownBy(() -> provider.deallocate(ID))
                .isInstanceOf(ProviderException.class)
                .hasMessage("pool server box-1 keeps gs-1");
        assertThatThrownBy(() -> provider.deallocate(ID)).isInstanceOf(ProviderException.class);
        assertThat(provider.list()).containsExactly(RUNNING);
    }

    @Test
    void knowsNothingWithoutTheRegistry() {
        roster.isAway = true;

        assertThatThrownBy(this::allocate).isInstanceOf(ProviderException.class);
        assertThatThrownBy(provider::list).isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> provider.describe(ID)).isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> provider.deallocate(ID)).isInstanceOf(ProviderException.class);
    }

    @Test
    void usesItsOwnLinksWithoutAskingAnotherNode() {
        roster.free.put("box-1", 1);
        var here = new Pool("main", roster, pool.rules(), () -> TestRoster.ADDRESS);
        var local = new PoolProvider(here, Orders.here(this::give), () -> "order", ANSWER);

        assertThat(local.allocate(allocation())).isEqualTo(new NoServer("no place is free"));

        assertThat(given).isEmpty();
    }

    private Answer allocate() {
        return provider.allocate(allocation());
    }

    private static Allocation allocation() {
        return new Allocation(
                ID,
                INSTANCE,
                new GameId("goldrush"),
                null,
                WITHIN,
                () -> new ServerEnvironment(URI.create("ws://localhost:8082"), "social", "game", INSTANCE, ID));
    }
}
