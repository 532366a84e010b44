package dev.gatehouse.goldrush.dedicated;

import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.goldrush.player.AddGold;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;

/// Asks game-instance-service over the server's link.
final class LinkedBackstage implements Backstage {

    private static final System.Logger LOG = System.getLogger(LinkedBackstage.class.getName());

    private static final int REWARD_ATTEMPTS = 3;

    private final GameServerConnection link;
    private final InstanceId instance;
    private final Runnable over;

    /// @param over called when the game is over
    LinkedBackstage(GameServerConnection link, InstanceId instance, Runnable over) {
        this.link = link;
        this.instance = instance;
        this.over = over;
    }

    @Override
    public Entry accept(String ticket) {
        try {
            var player = link.acceptPlayer(ticket).playerId();
            link.playerJoined(player);
            LOG.log(System.Logger.Level.INFO, "{0} is down the mine", player);
            return new Entry.Admitted(player);
        } catch (GameServerException e) {
            LOG.log(System.Logger.Level.WARNING, "somebody was not let in: {0}", e.code());
            return new Entry.Refused(e.code());
        }
    }

    @Override
    public boolean reward(PlayerId player, int gold) {
        var call = Goldrush.MODEL.encode(Encoding.JSON, new AddGold(gold));
        // One reward per player and game, however often it is asked for.
        var key = instance + ":" + player;
        for (int attempt = 1; attempt <= REWARD_ATTEMPTS; attempt++) {
            try {
                link.updatePlayer(player, ActionMode.SYNCHRONIZED, call, key);
                LOG.log(System.Logger.Level.INFO, "{0} takes {1} nuggets home", player, gold);
                return true;
            } catch (GameServerException e) {
                LOG.log(System.Logger.Level.WARNING, "no reward for {0} yet: {1}", player, e.code());
                if (!e.isRetryable()) {
                    return false;
                }
            }
        }
        return false;
    }

    @Override
    public void left(PlayerId player) {
        try {
            link.playerLeft(player);
        } catch (GameServerException e) {
            LOG.log(System.Logger.Level.WARNING, "nobody heard that {0} has left: {1}", player, e.code());
        }
    }

    @Override
    public void end(String why) {
        try {
            link.end(why);
        } catch (GameServerException e) {
            LOG.log(System.Logger.Level.WARNING, "nobody heard that the game is over: {0}", e.code());
        } finally {
            over.run();
        }
    }
}
