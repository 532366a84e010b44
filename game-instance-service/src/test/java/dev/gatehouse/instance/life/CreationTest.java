package dev.gatehouse.instance.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CreationTest {

    @Test
    @DisplayName("one game and key make one instance id, on every node, whatever else is wished for")
    void namesItsInstanceByGameAndKey() {
        assertThat(idOf("goldrush", "match-1", "{}"))
                .isEqualTo(new InstanceId("gi-9d7bb1cb8bef774ee28fda3a07149673"))
                .isEqualTo(idOf("goldrush", "match-1", "{\"map\":\"mine\"}"));
    }

    @Test
    void keepsGamesAndKeysApart() {
        assertThat(List.of(
                        idOf("goldrush", "match-1", "{}"),
                        idOf("goldrush", "match-2", "{}"),
                        idOf("goldrush1", "match-1", "{}"),
                        idOf("gold", "rushmatch-1", "{}"),
                        idOf("goldrush", "any {key} at all", "{}")))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("a player's keys are that player's alone, whatever text others choose")
    void keepsThePlayersKeysApart() {
        assertThat(Stream.of(
                                CreationKey.ofGame("match-1"),
                                new CreationKey(new PlayerId("alice"), "match-1"),
                                new CreationKey(new PlayerId("bob"), "match-1"),
                                new CreationKey(new PlayerId("alice1"), "match-1"),
                                new CreationKey(new PlayerId("alice"), "1match-1"),
                                CreationKey.ofGame("5:alicematch-1"),
                                CreationKey.ofGame("player 5:alicematch-1"),
                                CreationKey.ofGame("player 8:goldrush5:alicematch-1"))
                        .map(key -> idOf("goldrush", key, "{}")))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsAnotherPolicyFromTheSameWish() {
        var usual = InstanceExamples.creation();

        assertThat(usual.with(ReconnectPolicy.REQUIRED).fingerprint()).isEqualTo(usual.fingerprint());
        assertThat(usual.with(ReconnectPolicy.OFF).fingerprint()).isNotEqualTo(usual.fingerprint());
        assertThat(usual.with(ReconnectPolicy.OFF)
                        .toInstance(InstanceExamples.NOW)
                        .origin()
                        .reconnect())
                .isEqualTo(ReconnectPolicy.OFF);
    }

    @Test
    @DisplayName("a rollout leaves the keys of instances from before it good: what a wish comes to stays as it is")
    void fingerprintsAWishAsItAlwaysDid() {
        var players = List.of(
                new InstancePlayer(new PlayerId("alice"), 1),
                new InstancePlayer(new PlayerId("bob"), 2, new JsonText("{\"hat\":1}")));
        var wish = new Creation(
                new GameId("goldrush"),
                CreationKey.ofGame("match-1"),
                "pool",
                "eu-west",
                players,
                new JsonText("{\"map\":\"mine\"}"),
                JsonText.EMPTY_OBJECT);

        assertThat(wish.fingerprint()).isEqualTo("d08a41dfb34e46611d18a5a4745c02d0");
        assertThat(wish.with(ReconnectPolicy.OPTIONAL).fingerprint()).isEqualTo("a3204183f98f26e3775c2f2b0d94d923");
        assertThat(hosted(wish).fingerprint()).isEqualTo("28bcb1b948c79e2b382b87d31649f35e");
    }

    private static Creation hosted(Creation wish) {
        return new Creation(
                wish.gameId(),
                wish.key(),
                wish.provider(),
                wish.zone(),
                wish.players(),
                wish.data(),
                wish.shared(),
                wish.reconnect(),
                new Hosting(new ServerId("gs-1"), new ServerId("gs-root"), new Address("10.0.0.7", 7777, 8)),
                null);
    }

    private static InstanceId idOf(String game, String key, String data) {
        return idOf(game, CreationKey.ofGame(key), data);
    }

    private static InstanceId idOf(String game, CreationKey key, String data) {
        return new Creation(new GameId(game), key, "pool", null, List.of(), new JsonText(data), JsonText.EMPTY_OBJECT)
                .instanceId();
    }
}
