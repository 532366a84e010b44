package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.instance.token.PartnerTokens.PairCheck.Good;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.ServerView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A link that keeps what its server hears.
final class TestSocket implements LiveLink {

    private static final JsonCodec<LinkedInstance> LINKED = JsonCodec.of(LinkedInstance.class);

    private final Knowledge knowledge = new Knowledge();
    private final List<GameServerNotice> heard = new ArrayList<>();
    private Caller caller;
    private @Nullable LinkedInstance view; // As the server's SDK would have it.
    private @Nullable PartnerError closedWith;

    TestSocket(Caller caller) {
        this.caller = caller;
    }

    List<GameServerNotice> heard() {
        return heard;
    }

    /// What the server makes of all that it heard.
    LinkedInstance view() {
        return Objects.requireNonNull(view);
    }

    void answered(GameServerRequest request, GameServerAnswer answer) {
        var value = answer.value();
        if (value != null) {
            try {
                view = view == null ? LINKED.decode(value.text()) : ServerView.after(view, request, value);
            } catch (DecodeException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// Absent while it is open.
    @Nullable
    PartnerError closedWith() {
        return closedWith;
    }

    /// The pair that the last notice brought, as its server would show it.
    Pair shownPair(PartnerTokens tokens, Instant now) {
        var refresh = (Refresh) heard.getLast();
        return ((Good) tokens.checkPair(refresh.socialToken(), refresh.gameToken(), now)).pair();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Knowledge knowledge() {
        return knowledge;
    }

    @Override
    public void renew(Pair next) {
        caller = caller.renewed(next);
    }

    @Override
    public void tell(GameServerNotice notice) {
        heard.add(notice);
        view = ServerView.after(view(), notice);
    }

    @Override
    public void close(PartnerError why) {
        closedWith = why;
    }
}
