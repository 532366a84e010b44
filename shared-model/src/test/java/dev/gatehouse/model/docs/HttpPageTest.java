package dev.gatehouse.model.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page for operators against the sources of the services: no route and no number of ours may be missing from it,
/// and none may be left on it that is gone.
class HttpPageTest {

    private static final String PAGE = DocsFolder.page("http.md");

    /// As `.PUT(PLAYER + "/ban", ...)` and `.GET("/v1/guests", ...)` in a router.
    private static final Pattern ROUTED =
            Pattern.compile("\\.(GET|PUT|POST|DELETE)\\((GAME|PLAYER|GuestRoute\\.PATH)((?: \\+ [\\w.\"/{}-]+)*),");

    /// As `@PostMapping("/{id}/end")` in a controller.
    private static final Pattern MAPPED = Pattern.compile(
            "@(Get|Post|Put|Delete)Mapping(?:\\(\"(/[^\"]*)\"\\))?\\s+(?:ResponseEntity|InstanceView|List)");

    private static final Pattern LISTED = Pattern.compile("^\\| `((?:GET|PUT|POST|DELETE) /[^`?]*)", Pattern.MULTILINE);
    private static final Pattern METER = Pattern.compile("(?:\"gatehouse\\.|PREFIX \\+ \")([a-z.]+)\"");
    private static final Pattern LISTED_METER =
            Pattern.compile("^\\| `gatehouse_([a-z_]+?)(?:_total)?(?:\\{[a-z]+\\})?`", Pattern.MULTILINE);

    @Test
    void listsEveryRoute() {
        var served = new TreeSet<String>();
        found(ROUTED, "session-service", "Routes `/admin/v1`")
                .map(HttpPageTest::routed)
                .forEach(served::add);
        found(ROUTED, "proxy-service", "GuestRoute.PATH")
                .map(HttpPageTest::routed)
                .forEach(served::add);
        found(MAPPED, "game-instance-service", "@RequestMapping(\"/v1/game-instances\")")
                .map(HttpPageTest::mapped)
                .forEach(served::add);
        var listed = new TreeSet<String>();
        LISTED.matcher(PAGE).results().map(route -> route.group(1)).forEach(listed::add);
        // Of Spring Boot's own, and of the keys: no router of ours names them.
        listed.removeIf(route -> route.matches("GET /(livez|readyz|actuator.*|\\.well-known.*|partner.*)"));

        assertThat(served).hasSizeGreaterThan(20);
        assertThat(listed).isEqualTo(served);
    }

    @Test
    void listsEveryNumber() {
        var counted = new TreeSet<String>();
        for (var module : new String[] {"proxy-service", "session-service", "game-instance-service"}) {
            found(METER, module, "meters")
                    .map(meter -> meter.group().startsWith("PREFIX") ? "session." + meter.group(1) : meter.group(1))
                    .filter(name -> name.matches("(proxy|session|instance)\\.[a-z.]*[a-z]"))
                    .map(name -> name.replace('.', '_'))
                    .forEach(counted::add);
        }
        var listed = new TreeSet<String>();
        LISTED_METER.matcher(PAGE).results().map(meter -> meter.group(1)).forEach(listed::add);

        assertThat(counted).hasSizeGreaterThan(15);
        assertThat(listed).isEqualTo(counted);
    }

    /// What a pattern finds in those sources of a module that say a word.
    private static Stream<MatchResult> found(Pattern pattern, String module, String word) {
        return DocsFolder.sources(module).stream()
                .filter(source -> source.contains(word))
                .flatMap(source -> pattern.matcher(source).results());
    }

    private static String routed(MatchResult route) {
        var base = switch (route.group(2)) {
            case "GAME" -> "/admin/v1/games/{gameId}";
            case "PLAYER" -> "/admin/v1/games/{gameId}/players/{playerId}";
            default -> "/v1/guests";
        };
        var rest = route.group(3)
                .replace(" + ", "")
                .replace("\"", "")
                .replace("RulesHandler.WINDOW", "windowId")
                .replace("DesyncHandler.ID", "desyncId");
        return route.group(1) + " " + base + rest;
    }

    private static String mapped(MatchResult route) {
        var rest = route.group(2) == null ? "" : route.group(2);
        return route.group(1).toUpperCase(java.util.Locale.ROOT) + " /v1/game-instances" + rest;
    }
}
