package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.PartnerError;

/// One game server's open link. Safe to use from any thread.
public interface LiveLink {

    Caller caller();

    Knowledge knowledge();

    /// From now on its requests are checked against this pair.
    void renew(Pair next);

    /// Says it. A server that does not hear loses its link, and is told everything anew on its next.
    void tell(GameServerNotice notice);

    void close(PartnerError why);
}
