package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.Condition;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEvent.TokensRefreshed;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.registry.instance.LinkTerm.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives a live link its next pair of tokens, and says when. Blocks; safe to use from any thread.
public final class PairRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(PairRenewal.class);

    /// A pair is renewed after this part of its life at the soonest.
    private static final double SOONEST = 0.5;

    /// Spread over this much more of its life, so that servers which came at once are not renewed at once.
    private static final double SPREAD = 0.1;

    private static final int SPREAD_STEPS = 1_000;

    private final InstanceLife life;
    private final PartnerTokens tokens;
    private final LinkMetrics metrics;
    private final InstantSource time;

    public PairRenewal(InstanceLife life, PartnerTokens tokens, LinkMetrics metrics, InstantSource time) {
        this.life = life;
        this.tokens = tokens;
        this.metrics = metrics;
        this.time = time;
    }

    /// When a pair is to be renewed. Its own id, which is as good as chance, says how far into the spread.
    static Instant dueAt(Pair pair) {
        var lifetime = Duration.between(pair.issuedAt(), pair.expiresAt());
        double part = (double) Math.floorMod(pair.ids().game().hashCode(), SPREAD_STEPS) / SPREAD_STEPS;
        return pair.issuedAt().plusMillis((long) (lifetime.toMillis() * (SOONEST + SPREAD * part)));
    }

    boolean isDue(LiveLink link) {
        return !time.instant().isBefore(dueAt(link.caller().pair()));
    }

    /// Mints the next pair, and tells the server once the instance knows of it. Does nothing where its
    /// pair is no longer good, and closes a link that is not the server's live one any more.
    public void renew(LiveLink link) {
        var used = link.caller().pair();
        var minted = tokens.mintPair(used.server(), used.game(), used.instance(), time.instant());
        var next = minted.pair();
        var live = new Condition(_ -> Optional.empty(), new Held(link.caller().link()));
        switch (life.apply(link.caller().seen(), new TokensRefreshed(used.ids(), next.ids()), live)) {
            case Done _ -> {
                link.renew(next);
                link.tell(new Refresh(used.instance(), minted.gameToken(), minted.socialToken()));
                metrics.refreshed();
                LOG.info("game server {} of instance {} has its next tokens", used.server(), used.instance());
            }
            case Failed(var why) -> {
                LOG.info("the tokens of instance {} were not renewed: {}", used.instance(), why.code());
                if (why == PartnerError.NOT_LINKED) {
                    link.close(why);
                }
            }
        }
    }
}
