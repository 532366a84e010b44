package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.FAILED_TO_RESUME_SESSION;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_INTERNAL_SERVER_ERROR;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;

import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.servercode.Readiness;
import dev.gatehouse.model.servercode.ReadyClient;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.Newcomer;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Comeback;
import dev.gatehouse.session.session.Invitation;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.session.SessionIdentity;
import dev.gatehouse.session.shard.Shard;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Lets newcomers in to a player that this node owns: new sessions after the game has had its last word,
/// and old ones that come back. On the player's shard.
public final class Entrance {

    private final PlayerWorld world;
    private final Shard<Append, AppendResult> shard;
    private final PlayerOwner owner;

    /// Whether the player is about to go to another node, and nobody comes in here any more.
    private boolean shut;

    public Entrance(PlayerWorld world, Shard<Append, AppendResult> shard, PlayerOwner owner) {
        this.world = world;
        this.shard = shard;
        this.owner = owner;
    }

    /// Lets nobody in from here on, whoever is on the way included: a line that is taken now would not be held back
    /// with the others.
    public void shut() {
        shut = true;
    }

    boolean isShut() {
        return shut;
    }

    /// Makes sure that the newcomer has kept its place on its device, asks the game, then opens a new
    /// session.
    public void admit(Newcomer newcomer, CompletionStage<Boolean> listed) {
        owner.use().begins();
        listed.whenComplete((yes, failure) -> shard.answer(() -> {
            if (failure == null && yes) {
                ask(newcomer);
            } else {
                owner.use().ends();
                newcomer.answer()
                        .accept(
                                failure == null
                                        ? AttachAnswer.Refused.of(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION)
                                        : AttachAnswer.Refused.forNow());
            }
        }));
    }

    private void ask(Newcomer newcomer) {
        world.games()
                .ready(clientOf(newcomer))
                .thenAccept(readiness -> shard.answer(() -> {
                    owner.use().ends();
                    admit(newcomer, readiness);
                }));
    }

    private ReadyClient clientOf(Newcomer newcomer) {
        var player = owner.player();
        return new ReadyClient(
                player.gameId(), player.playerId(), newcomer.attach().sessionId());
    }

    private void admit(Newcomer newcomer, Readiness readiness) {
        switch (readiness) {
            case Readiness.Refused(var message) -> refuse(newcomer, message);
            case Readiness.Admitted _ -> answering(newcomer, () -> prepare(newcomer));
        }
    }

    /// Stores the session before the client hears of it, so that it can be resumed from its first
    /// moment on.
    private void prepare(Newcomer newcomer) {
        var token = world.sessions().tokens().mint();
        var session = new Session(identityOf(newcomer), world.sessions(), token, newcomer.line(), world.now());
        owner.seats().makeRoom();
        session.undertakings().become(owner.seats().next());
        Punctuality.begin(session, owner.state(), world.now());
        var stored = session.stored();
        owner.keeper()
                .keep(
                        stored,
                        () -> {
                            session.saved(stored);
                            answering(newcomer, () -> begin(newcomer, session, token));
                        },
                        () -> refuseForNow(newcomer, session));
    }

    private void refuseForNow(Newcomer newcomer, Session session) {
        owner.seats().leaves(session.identity().id());
        // It may be stored all the same.
        owner.keeper().forget(session.identity().id());
        refuseForNow(newcomer);
    }

    static void refuseForNow(Newcomer newcomer) {
        newcomer.answer().accept(AttachAnswer.Refused.forNow());
    }

    /// Lets the game edit the model once, while nobody plays, then starts. Those who look on hear of it.
    private void begin(Newcomer newcomer, Session session, String token) {
        if (!mayCome(newcomer) || owner.isFull()) {
            refuseForNow(newcomer, session);
            return;
        }
        owner.seats().arrives(session, newcomer.attach().kept());
        if (new Edits(world, owner).beforeSession(clientOf(newcomer))) {
            start(newcomer, session, token);
        } else {
            owner.seats().leaves(session.identity().id());
            owner.keeper().forget(session.identity().id());
            refuse(newcomer, "The game's code failed.");
        }
    }

    private void refuse(Newcomer newcomer, String why) {
        world.counters().refused(REFUSED_BY_GAME_SERVER);
        newcomer.answer().accept(new AttachAnswer.Refused(REFUSED_BY_GAME_SERVER, null, why));
    }

    /// Ends the player's other sessions but those that the game has kept beside this one, and opens this one
    /// once everything that they did is in the journal. An older one hears why it ends, or that it follows.
    private void start(Newcomer newcomer, Session session, String token) {
        if (!mayCome(newcomer)) {
            refuseForNow(newcomer, session);
            return;
        }
        var kept = newcomer.attach().kept();
        owner.seats().arrives(session, kept);
        // What is decided from here on the client hears of once it is in the journal, after its start.
        var state = owner.state();
        long editsBefore = owner.edits();
        owner.afterwards(
                () -> answering(newcomer, () -> {
                    boolean isAsItWas = owner.seats().mayOpen(session, kept) && owner.edits() == editsBefore;
                    if (isAsItWas && mayCome(newcomer)) {
                        open(newcomer, session, token, state);
                    } else {
                        // Somebody else has come in meanwhile, or edited the model, or this one is gone.
                        start(newcomer, session, token);
                    }
                }),
                () -> refuseForNow(newcomer, session));
    }

    private boolean mayCome(Newcomer newcomer) {
        return !shut && newcomer.isAwaited().getAsBoolean();
    }

    /// Runs a step that answers the newcomer. One that fails refuses it: nobody waits for ever.
    void answering(Newcomer newcomer, Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            owner.failed(e);
            owner.seats().leaves(newcomer.attach().sessionId());
            newcomer.answer().accept(AttachAnswer.Refused.of(FORCE_TERMINATED_INTERNAL_SERVER_ERROR));
        }
    }

    private void open(Newcomer newcomer, Session session, String token, @Nullable PlayerState<?> state) {
        long now = world.now();
        // The player's other sessions may have ticked while this one was stored.
        Punctuality.begin(session, state, now);
        session.runs(newcomer.attach().client());
        owner.logins().shown(session.identity().id(), newcomer.attach().tokenExpiresAt());
        owner.seats().opens(session, newcomer.attach().kept(), state);
        var encoding = newcomer.attach().encoding();
        boolean leads = !session.undertakings().part().follows();
        boolean isBack = owner.attendance().live().isEmpty();
        newcomer.answer()
                .accept(new AttachAnswer.Attached(
                        session.started(token, state == null ? null : state.startOf(encoding, leads))));
        owner.attendance().add(session);
        if (session.isUnsaved()) {
            // The timeline has moved since it was stored, and its client is held to where it begins.
            owner.keeper().saveSoon(session);
        }
        world.counters().started();
        if (newcomer.attach().afterLogin()) {
            session.expectStale();
        }
        if (state != null && leads) {
            state.undelivered(encoding).forEach(action -> session.send(action, now));
        }
        owner.homecoming().opened(session, isBack);
    }

    private SessionIdentity identityOf(Newcomer newcomer) {
        var attach = newcomer.attach();
        return new SessionIdentity(
                attach.sessionId(),
                attach.player(),
                attach.device(),
                attach.encoding(),
                newcomer.proxy(),
                owner.lease().epoch());
    }

    /// Goes on with a session on another socket.
    public void resume(Newcomer newcomer, Resume resume) {
        answering(newcomer, () -> goOn(newcomer, resume));
    }

    private void goOn(Newcomer newcomer, Resume resume) {
        var client = newcomer.comeback(resume);
        var session = owner.attendance().find(resume.sessionId());
        session.flatMap(found -> found.invite(client, world.now()))
                .ifPresentOrElse(
                        invited -> owner.keeper()
                                .keep(
                                        invited.stored(),
                                        () -> answering(
                                                newcomer, () -> goOn(newcomer, session.orElseThrow(), client, invited)),
                                        () -> refuseForNow(newcomer)),
                        () -> refuse(newcomer));
    }

    private void goOn(Newcomer newcomer, Session session, Comeback client, Invitation invited) {
        if (!newcomer.line().isOpen()) {
            return;
        }
        if (shut) {
            refuseForNow(newcomer);
            return;
        }
        var frame = session.resume(client, invited, newcomer.line(), world.now());
        if (frame.isEmpty()) {
            refuse(newcomer);
            return;
        }
        session.runs(newcomer.attach().client());
        owner.logins().shown(session.identity().id(), newcomer.attach().tokenExpiresAt());
        world.counters().resume(true);
        newcomer.answer().accept(new AttachAnswer.Attached(frame.get()));
        goOn(session);
        owner.attendance().tidy();
    }

    void refuse(Newcomer newcomer) {
        world.counters().resume(false);
        newcomer.answer().accept(AttachAnswer.Refused.of(FAILED_TO_RESUME_SESSION));
    }

    /// Goes on with a session whose socket is open, and was reached over another link until now.
    ///
    /// @param broughtIn whether the player was brought in for this
    public void carryOn(Newcomer newcomer, boolean broughtIn) {
        new Reattachment(world, owner, this).carryOn(newcomer, broughtIn);
    }

    void goOn(Session session) {
        world.talk().isBack(session.identity().id(), session.unheard());
        session.goOn(world.now());
    }
}
