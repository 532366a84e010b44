package dev.gatehouse.session.replay;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.servercode.GameDefinition;
import dev.gatehouse.session.player.desync.DesyncBundle;
import dev.gatehouse.session.player.desync.DesyncReplay;
import dev.gatehouse.session.player.state.UnreadablePlayerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/// `./gatehouse replay BUNDLE`: plays a desync again with the games on the class path or under `loader.path`, and says
/// step by step what comes out. Ends with 0 where that is what the server came to, with 1 where the code here does
/// something else, with 2 where it could not be played: there is no such file or game, or the code here fails.
public final class ReplayMain {

    private static final int OTHERWISE = 1;
    private static final int NOT_PLAYED = 2;

    /// Beans are made when they are asked for, so that of all a service has only the games are.
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OnlyGames {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), ReplayMain::games));
    }

    /// @param games asked once there is something to play
    static int run(List<String> arguments, Supplier<Collection<GameDefinition>> games) {
        if (arguments.size() != 1) {
            System.err.println("replay: " + arguments.size() + " arguments (expected: the file of a desync)");
            return NOT_PLAYED;
        }
        try {
            var bundle = DesyncBundle.decode(ByteString.copyFrom(Files.readAllBytes(Path.of(arguments.getFirst()))));
            return play(games.get(), bundle);
        } catch (IOException | DecodeException e) {
            System.err.println("replay: cannot read " + arguments.getFirst() + ": " + e);
            return NOT_PLAYED;
        } catch (Throwable e) {
            // Also what the games throw: an exit code of the JVM's own would say that they do something else.
            GameFailure.rethrowIfFatal(e);
            System.err.println("replay: cannot be played with the games here: " + e);
            return NOT_PLAYED;
        }
    }

    /// @param more configurations, beside those that the jars of games bring
    static Collection<GameDefinition> games(Class<?>... more) {
        try (var context = new SpringApplicationBuilder(OnlyGames.class)
                .sources(more)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .properties("logging.level.root=error")
                // Over what the service's own settings say: it may be up, on its port.
                .run("--spring.main.web-application-type=none")) {
            return context.getBeansOfType(GameDefinition.class).values();
        }
    }

    private static int play(Collection<GameDefinition> games, DesyncBundle bundle) throws UnreadablePlayerException {
        var game = games.stream()
                .filter(each -> each.id().equals(bundle.gameId()))
                .findFirst()
                .map(GameDefinition::model)
                .orElse(null);
        if (game == null) {
            System.err.println("replay: no game " + bundle.gameId() + " with a player model is here");
            return NOT_PLAYED;
        }
        return tell(game, bundle);
    }

    private static <M extends PlayerModel> int tell(GameModel<M> game, DesyncBundle bundle)
            throws UnreadablePlayerException {
        if (!bundle.canBePlayed()) {
            ReplayText.known(bundle).forEach(System.out::println);
            System.err.println("replay: the player was too large to be kept with it");
            return NOT_PLAYED;
        }
        var replay = DesyncReplay.of(game, bundle);
        for (var line : new ReplayText(game.logicVersion(), bundle, replay).lines()) {
            System.out.println(line);
        }
        return replay.repeats(bundle) ? 0 : OTHERWISE;
    }

    private ReplayMain() {}
}
