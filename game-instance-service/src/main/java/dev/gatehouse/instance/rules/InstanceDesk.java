package dev.gatehouse.instance.rules;

import dev.gatehouse.instance.life.Creation;
import dev.gatehouse.instance.life.Creator;
import dev.gatehouse.instance.life.Creator.Result.Created;
import dev.gatehouse.instance.life.Creator.Result.Existed;
import dev.gatehouse.instance.life.Creator.Result.KeyTaken;
import dev.gatehouse.instance.life.Creator.Result.TooMany;
import dev.gatehouse.instance.life.DataChange;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.instance.life.LifeEvent;
import dev.gatehouse.instance.life.LifeEvent.DataUpdated;
import dev.gatehouse.instance.life.LifeEvent.DrainRequested;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.LifeEvent.ReconnectAccepted;
import dev.gatehouse.instance.life.LifeEvent.ReconnectDeclined;
import dev.gatehouse.instance.life.SeatedPlayers;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceOutline;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where everybody's wishes come to: the game has its say first, and then they are carried out. Blocks; safe to use
/// from any thread.
public final class InstanceDesk {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceDesk.class);

    private final GameRules rules;
    private final Creator creator;
    private final InstanceLife life;

    public InstanceDesk(GameRules rules, Creator creator, InstanceLife life) {
        this.rules = rules;
        this.creator = creator;
        this.life = life;
    }

    public sealed interface Answer {
        /// @param instance as it is now
        /// @param made whether it is there because of this
        record Done(InstanceRecord instance, boolean made) implements Answer {}

        record Refused(Failure why) implements Answer {}
    }

    /// The game is not asked again under a key that made an instance.
    public Answer create(InstanceAsker by, Creation wish) {
        var earlier = rules.areOf(wish.gameId()) ? made(wish) : Optional.<Answer>empty();
        return earlier.orElseGet(() -> createAnew(by, wish));
    }

    /// What came of an earlier creation with the wish's key; empty where there was none.
    public Optional<Answer> made(Creation wish) {
        return creator.find(wish).map(InstanceDesk::answer);
    }

    private Answer createAnew(InstanceAsker by, Creation wish) {
        var question = new InstanceWish.Create(by, wish.players(), wish.data(), wish.shared(), wish.zone());
        try {
            return switch (rules.decide(wish.gameId(), question)) {
                case Verdict.Allowed(var reconnect) ->
                    answer(creator.create(by.isPlayer() ? wish.ruled(reconnect) : wish));
                case Verdict.Refused(var reason) -> new Answer.Refused(refusal(reason));
            };
        } catch (RulesUnavailableException e) {
            return new Answer.Refused(unavailable(wish.gameId(), e));
        }
    }

    private static Answer answer(Creator.Result result) {
        return switch (result) {
            case Created(var instance) -> new Answer.Done(instance, true);
            case Existed(var instance) -> new Answer.Done(instance, false);
            case KeyTaken _ -> new Answer.Refused(Failure.of(PartnerError.IDEMPOTENCY_KEY_TAKEN));
            case TooMany _ -> new Answer.Refused(Failure.of(PartnerError.TOO_MANY_INSTANCES));
        };
    }

    public Answer add(InstanceAsker by, InstanceRecord now, List<InstancePlayer> players) {
        return apply(now, new InstanceWish.AddPlayers(by, outlineOf(now), players), new PlayersAdded(players));
    }

    public Answer remove(InstanceAsker by, InstanceRecord now, List<PlayerId> players) {
        return apply(now, new InstanceWish.RemovePlayers(by, outlineOf(now), players), new PlayersRemoved(players));
    }

    public Answer update(InstanceAsker by, InstanceRecord now, DataChange change) {
        var question = new InstanceWish.Update(by, outlineOf(now), change.data(), change.shared(), change.players());
        return apply(now, question, new DataUpdated(change));
    }

    /// The game has no say in this: whoever takes a server out of service must be able to.
    public Answer drain(InstanceRecord now, Duration within) {
        return answer(life.apply(now.id(), new DrainRequested(within)));
    }

    /// A player who was asked whether it comes back hears where to go. The game's rules have no say in this, nor in the
    /// other answer: the instance's policy is what it is.
    public Answer reconnect(InstanceRecord now, PlayerId player) {
        return answer(life.apply(now.id(), new ReconnectAccepted(player)));
    }

    /// A player who was asked whether it comes back gives its seat up.
    public Answer declineReconnect(InstanceRecord now, PlayerId player) {
        return answer(life.apply(now.id(), new ReconnectDeclined(player)));
    }

    public Answer end(InstanceAsker by, InstanceRecord now, String why) {
        return apply(now, new InstanceWish.End(by, outlineOf(now), why), new EndRequested(why));
    }

    private Answer apply(InstanceRecord now, InstanceWish question, LifeEvent event) {
        // What is over is over, whatever the game says.
        var objection = Instances.isOver(now) ? Optional.<Failure>empty() : objection(now.gameId(), question);
        if (objection.isPresent()) {
            return new Answer.Refused(objection.get());
        }
        return answer(life.apply(now.id(), event));
    }

    private static Answer answer(Result result) {
        return switch (result) {
            case Result.Done(var instance, var _) -> new Answer.Done(instance, false);
            case Result.Failed(var why) -> new Answer.Refused(Failure.of(why));
        };
    }

    private Optional<Failure> objection(GameId game, InstanceWish wish) {
        try {
            return switch (rules.decide(game, wish)) {
                case Verdict.Allowed _ -> Optional.empty();
                case Verdict.Refused(var reason) -> Optional.of(refusal(reason));
            };
        } catch (RulesUnavailableException e) {
            return Optional.of(unavailable(game, e));
        }
    }

    private static Failure refusal(String reason) {
        var why = PartnerError.REFUSED_BY_GAME;
        return new Failure(why.code(), reason, why.retryable());
    }

    private static Failure unavailable(GameId game, RulesUnavailableException e) {
        LOG.warn("{} cannot be asked: {}", game, e.getMessage());
        return Failure.of(PartnerError.UNAVAILABLE);
    }

    /// The instance as games see it.
    public static InstanceOutline outlineOf(InstanceRecord instance) {
        return new InstanceOutline(
                instance.id(),
                instance.state(),
                SeatedPlayers.of(instance),
                instance.data().own(),
                instance.data().shared());
    }
}
