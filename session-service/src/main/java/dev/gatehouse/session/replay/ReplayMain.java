package dev.gatehouse.session.replay;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.session.player.DesyncBundle;
import dev.gatehouse.session.player.DesyncReplay;
import dev.gatehouse.session.player.UnreadablePlayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/// `./gatehouse replay BUNDLE`: plays a desync again with the games on the class path or under `loader.path`, and says
/// step by step what comes out. Ends with 0 where that is what the server came to, with 1 where the code here does
/// something else, with 2 where there is nothing to play.
public final class ReplayMain {

    private static final int OTHERWISE = 1;
    private static final int USAGE = 2;

    /// Beans are made when they are asked for, so that of all a service has only the games are.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OnlyGames {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.size() != 1) {
            System.err.println("replay: " + arguments.size() + " arguments (expected: the file of a desync)");
            return USAGE;
        }
        try {
            var bundle = DesyncBundle.decode(ByteString.copyFrom(Files.readAllBytes(Path.of(arguments.getFirst()))));
            return play(games(), bundle);
        } catch (IOException | DecodeException e) {
            System.err.println("replay: cannot read " + arguments.getFirst() + ": " + e);
            return USAGE;
        }
    }

    private static Collection<GameDefinition> games() {
        try (var context = new SpringApplicationBuilder(OnlyGames.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .properties("logging.level.root=error")
                .run()) {
            return context.getBeansOfType(GameDefinition.class).values();
        }
    }

    static int play(Collection<GameDefinition> games, DesyncBundle bundle) {
        var game = games.stream()
                .filter(each -> each.id().equals(bundle.gameId()))
                .findFirst()
                .map(GameDefinition::model)
                .orElse(null);
        if (game == null) {
            System.err.println("replay: no game " + bundle.gameId() + " with a player model is here");
            return USAGE;
        }
        try {
            return tell(game, bundle);
        } catch (UnreadablePlayerException e) {
            System.err.println("replay: cannot be played with the game here: " + e.getMessage());
            return USAGE;
        }
    }

    private static <M extends PlayerModel> int tell(GameModel<M> game, DesyncBundle bundle)
            throws UnreadablePlayerException {
        var replay = DesyncReplay.of(game, bundle);
        for (var line : new ReplayText(game.logicVersion(), bundle, replay).lines()) {
            System.out.println(line);
        }
        return replay.repeats(bundle) ? 0 : OTHERWISE;
    }

    private ReplayMain() {}
}
