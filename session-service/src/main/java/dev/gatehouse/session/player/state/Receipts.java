package dev.gatehouse.session.player.state;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.session.PlayerSessions;
import java.util.List;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// How far the sessions that wrote last have been received. Immutable. Past its bound it forgets the
/// oldest: no more sessions than that are kept.
public record Receipts(PVector<Receipt> all) {

    static final Receipts NONE = new Receipts(TreePVector.empty());

    static Receipts of(List<Receipt> receipts) {
        return new Receipts(TreePVector.from(receipts));
    }

    /// 0 where nothing is known.
    public long of(SessionId session) {
        return all.stream()
                .filter(receipt -> receipt.session().equals(session))
                .mapToLong(Receipt::number)
                .max()
                .orElse(0);
    }

    Receipts plus(Receipt receipt) {
        PVector<Receipt> others = all;
        for (var known : all) {
            others = known.session().equals(receipt.session()) ? others.minus(known) : others;
        }
        return new Receipts((others.size() < PlayerSessions.MOST_KEPT ? others : others.minus(0)).plus(receipt));
    }
}
