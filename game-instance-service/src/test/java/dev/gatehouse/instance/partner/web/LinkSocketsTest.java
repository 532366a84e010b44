package dev.gatehouse.instance.partner.web;

import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static dev.gatehouse.instance.life.InstanceExamples.PAIR;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.partner.Caller;
import dev.gatehouse.instance.partner.Knowledge;
import dev.gatehouse.instance.partner.LiveLink;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.RegistryUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LinkSocketsTest {

    private final List<LiveLink> looked = new ArrayList<>();
    private final Socket first = new Socket("first");
    private final Socket second = new Socket("second");
    private @Nullable String holder = "first";
    private boolean isAway;
    private final LinkSockets sockets = new LinkSockets(_ -> {
        if (isAway) {
            throw new RegistryUnavailableException("away", new IOException());
        }
        return Optional.ofNullable(holder);
    });

    @BeforeEach
    void looks() {
        sockets.onChange(looked::add);
    }

    @Test
    void closesTheSocketWhosePlaceAnotherOneTook() {
        sockets.add(first);
        holder = "second";
        sockets.add(second);

        assertThat(sockets.links()).containsExactly(second);
        assertThat(first.closedWith).isEqualTo(PartnerError.NOT_LINKED);
        assertThat(second.closedWith).isNull();
        assertThat(looked).containsExactly(first, second);
    }

    @Test
    @DisplayName("a socket that lost its link before it comes here does not take the place of the one that has it")
    void keepsTheSocketThatHasTheLink() {
        holder = "second";
        sockets.add(second);
        sockets.add(first);

        assertThat(sockets.links()).containsExactly(second);
        assertThat(first.closedWith).isEqualTo(PartnerError.NOT_LINKED);
        assertThat(second.closedWith).isNull();
        assertThat(looked).containsExactly(second);
    }

    @Test
    void goesByArrivalWhereNobodyKnows() {
        sockets.add(first);
        isAway = true;
        sockets.add(second);

        assertThat(sockets.links()).containsExactly(second);
        assertThat(first.closedWith).isEqualTo(PartnerError.NOT_LINKED);
    }

    @Test
    void keepsASocketThatLinksAgain() {
        sockets.add(first);
        sockets.add(first);

        assertThat(first.closedWith).isNull();
        assertThat(looked).containsExactly(first, first);
        sockets.remove(first);
        assertThat(sockets.size()).isZero();
    }

    private static final class Socket implements LiveLink {

        private final Caller caller;
        private @Nullable PartnerError closedWith;

        Socket(String link) {
            caller = new Caller(new Pair(SERVER, GAME, ID, PAIR, NOW, NOW.plusSeconds(60)), link);
        }

        @Override
        public Caller caller() {
            return caller;
        }

        @Override
        public Knowledge knowledge() {
            return new Knowledge();
        }

        @Override
        public void renew(Pair next) {
            throw new AssertionError("nobody renews it");
        }

        @Override
        public void tell(GameServerNotice notice) {
            throw new AssertionError("nobody tells it anything");
        }

        @Override
        public void close(PartnerError why) {
            closedWith = why;
        }
    }
}
