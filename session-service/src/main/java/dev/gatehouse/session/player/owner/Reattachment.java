package dev.gatehouse.session.player.owner;

import com.google.protobuf.ByteString;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.Newcomer;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Continuity;
import dev.gatehouse.session.session.Session;
import org.jspecify.annotations.Nullable;

/// Goes on with a session whose socket is open, and was reached over another link until now. On the player's shard.
record Reattachment(PlayerWorld world, PlayerOwner owner, Entrance entrance) {

    /// @param broughtIn whether the player was brought in for this
    void carryOn(Newcomer newcomer, boolean broughtIn) {
        owner.attendance()
                .find(newcomer.attach().sessionId())
                .filter(Session::isLive)
                .ifPresentOrElse(
                        session -> entrance.answering(newcomer, () -> carryOn(newcomer, session, broughtIn)),
                        () -> entrance.refuse(newcomer));
    }

    private void carryOn(Newcomer newcomer, Session session, boolean broughtIn) {
        if (entrance.isShut()) {
            Entrance.refuseForNow(newcomer);
            return;
        }
        switch (session.continuity()) {
            case MOVED, ANEW -> takeLineAsOwner(newcomer, session, broughtIn);
            case IN_USE -> {
                if (session.isElsewhere(newcomer.proxy())) {
                    entrance.refuse(newcomer);
                } else {
                    startAnew(newcomer, session);
                }
            }
        }
    }

    /// The socket may have been at another node since the player was brought in here, and have heard of a later epoch
    /// there: it is taken once the registry has said that nobody else owns the player.
    private void takeLineAsOwner(Newcomer newcomer, Session session, boolean broughtIn) {
        if (broughtIn && owner.leaseHolds()) {
            takeLine(newcomer, session);
        } else {
            owner.keeper()
                    .save(session, () -> entrance.answering(newcomer, () -> takeLineIfStillFree(newcomer, session)));
        }
    }

    private void takeLineIfStillFree(Newcomer newcomer, Session session) {
        if (entrance.isShut()
                || owner.isLost()
                || !session.isRecovering()
                || session.continuity() == Continuity.IN_USE) {
            Entrance.refuseForNow(newcomer);
        } else {
            takeLine(newcomer, session);
        }
    }

    /// What was on its way when the link broke is lost, in both directions. The client is told of what is
    /// in the journal: until all of it is there that was decided, nothing more is heard of this session's.
    private void startAnew(Newcomer newcomer, Session session) {
        session.leaveLine(world.now());
        var state = owner.state();
        owner.afterwards(
                () -> entrance.answering(newcomer, () -> startAnew(newcomer, session, state)),
                () -> Entrance.refuseForNow(newcomer));
    }

    private void startAnew(Newcomer newcomer, Session session, @Nullable PlayerState<?> state) {
        if (!session.isRecovering()) {
            // Its client has come back by another way meanwhile.
            Entrance.refuseForNow(newcomer);
            return;
        }
        long epoch = Math.max(owner.lease().epoch(), session.identity().epoch() + 1);
        session.startAnew(epoch);
        owner.logins().lost(session.identity().id());
        if (state != null) {
            owner.seats().replace(session, state);
        }
        Delivery.tellPartings(session, world.now());
        world.talk().renew(session.identity().id());
        owner.homecoming().startsAnew(session);
        // As it is then: a client that is on its way back may be about to get another token.
        owner.keeper().save(session, () -> entrance.answering(newcomer, () -> goOnAnew(newcomer, session, epoch)));
    }

    private void goOnAnew(Newcomer newcomer, Session session, long epoch) {
        // Unless it has come back meanwhile, or started anew once more.
        if (!owner.isLost() && session.isRecovering() && session.identity().epoch() == epoch) {
            session.isAnew();
            takeLineIfStillFree(newcomer, session);
        } else {
            Entrance.refuseForNow(newcomer);
        }
    }

    private void takeLine(Newcomer newcomer, Session session) {
        if (!newcomer.line().isOpen()) {
            return;
        }
        world.counters().resume(true);
        session.runs(newcomer.attach().client());
        owner.logins().shown(session.identity().id(), newcomer.attach().tokenExpiresAt());
        newcomer.answer().accept(new AttachAnswer.Attached(ByteString.EMPTY));
        session.carryOn(newcomer.line(), newcomer.proxy(), newcomer.attach().givenBack(), world.now());
        entrance.goOn(session);
        owner.attendance().tidy();
    }
}
