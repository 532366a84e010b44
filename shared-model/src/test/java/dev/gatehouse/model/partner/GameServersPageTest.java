package dev.gatehouse.model.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.docs.DocsFolder;
import dev.gatehouse.model.docs.DocsTable;
import dev.gatehouse.model.protocol.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Compares the tables of docs/protocol/game-servers.md with the messages, but for what they say in words.
class GameServersPageTest {

    private static final String PAGE = DocsFolder.page("protocol/game-servers.md");

    /// As the comments of [GameServerRequest] promise; nothing for the others.
    private static final Map<Class<?>, Class<?>> ANSWERS = Map.of(
            GameServerRequest.Link.class, LinkedInstance.class,
            GameServerRequest.ConnectPlayers.class, PlayersChanged.class,
            GameServerRequest.VerifyTicket.class, TicketHolder.class,
            GameServerRequest.RemovePlayers.class, PlayersChanged.class,
            GameServerRequest.UpdateInstance.class, InstanceUpdated.class,
            GameServerRequest.UpdatePlayer.class, PlayerUpdated.class,
            GameServerRequest.CreateInstance.class, CreatedInstance.class);

    @Test
    void listsWhatAServerAsks() {
        var expected = Messages.of(GameServerRequest.class).stream()
                .map(type -> List.of(
                        code(Messages.nameOf(type)),
                        Messages.membersOf(type).replaceFirst("^`id` `instanceId` ?", ""),
                        ANSWERS.containsKey(type) ? code(ANSWERS.get(type).getSimpleName()) : ""))
                .toList();

        assertThat(rowsUnder("## What a server asks", 3)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void listsWhatTheAnswersHold() {
        var expected = Stream.concat(ANSWERS.values().stream().distinct(), Stream.of(SeatedPlayer.class))
                .map(type -> List.of(code(type.getSimpleName()), Messages.membersOf(type)))
                .toList();

        assertThat(rowsUnder("What the answers hold", 2)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void listsWhatAServerHears() {
        var expected = Messages.of(GameServerNotice.class).stream()
                .map(type -> List.of(code(Messages.nameOf(type)), Messages.membersOf(type)))
                .toList();

        assertThat(rowsUnder("## What a server hears", 2)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void listsEveryCode() {
        var expected = Arrays.stream(PartnerError.values())
                .map(error -> List.of(code(error.code()), error.retryable() ? "yes" : "no"))
                .toList();

        assertThat(rowsUnder("## Why not", 2)).isEqualTo(expected);
    }

    @Test
    void namesTheVariablesAndTheBounds() {
        assertThat(PAGE)
                .contains(
                        PartnerHeaders.LINK_PATH,
                        PartnerHeaders.RPC_PATH,
                        PartnerHeaders.KEYS_PATH,
                        PartnerHeaders.SOCIAL_TOKEN)
                .contains("more than %,d characters".formatted(GameServerRequest.MAX_LENGTH))
                .contains("1 to " + GameServerRequest.MAX_ID_LENGTH + " characters")
                .contains("up to " + GameServerRequest.MAX_KEY_LENGTH + " characters")
                .contains("1 to " + GameServerRequest.MAX_PLAYERS + ":")
                .contains("%,d characters each".formatted(GameServerRequest.UpdateInstance.MAX_DATA_LENGTH))
                .contains("%,d characters, `ifVersion`?".formatted(PlayerWrite.MAX_LENGTH))
                .contains("1 to %,d)".formatted(GameServerRequest.Drain.MAX_WITHIN_MILLIS))
                .contains("%,d characters, good for".formatted(PartnerKeys.MAX_TOKEN_LENGTH))
                .contains("apart by %d s".formatted(PartnerKeys.CLOCK_SKEW.toSeconds()));
    }

    private static List<List<String>> rowsUnder(String heading, int columns) {
        return DocsTable.under(heading, PAGE).stream()
                .map(cells -> cells.subList(0, columns))
                .toList();
    }

    private static String code(String name) {
        return "`" + name + "`";
    }
}
