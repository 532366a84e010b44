package dev.gatehouse.registry.topic;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.util.regex.Pattern;

/// A topic of a game.
///
/// @param name `group/...`, `user/...` or `all`
public record Topic(GameId game, String name) {

    /// A group is `name` or `name:instance`.
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._-]{1,64}(:[A-Za-z0-9._-]{1,64})?");

    /// Whether it is the topic of a group.
    public boolean hasMembers() {
        return name.startsWith("group/");
    }

    public static boolean isGroup(String group) {
        return GROUP.matcher(group).matches();
    }

    /// @throws IllegalArgumentException if that is no name of a group
    public static Topic group(GameId game, String group) {
        if (!isGroup(group)) {
            throw new IllegalArgumentException("group: " + group.length()
                    + " characters (expected: name or name:instance, each of 1 to 64 letters, digits, . _ -)");
        }
        return new Topic(game, "group/" + group);
    }

    public static Topic user(GameId game, PlayerId player) {
        return new Topic(game, "user/" + player);
    }

    public static Topic everybody(GameId game) {
        return new Topic(game, "all");
    }

    @Override
    public String toString() {
        return game + "/" + name;
    }
}
