package dev.gatehouse.session.admin.web;

import dev.gatehouse.model.codec.storage.ModelSize;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How large a player's model is: bytes and names, no values.
record SizeReply(
        @Member(1) int bytes,
        @Member(2) List<PartReply> members,
        @Member(3) List<PartReply> nested) {

    record PartReply(
            @Member(1) String path,
            @Member(2) long bytes,
            @Member(3) long count) {}

    /// @param model absent for a game without a player model
    static SizeReply of(@Nullable PlayerModel model) {
        if (model == null) {
            return new SizeReply(0, List.of(), List.of());
        }
        var size = ModelSize.of((Record) model);
        return new SizeReply(size.bytes(), of(size.members()), of(size.nested()));
    }

    private static List<PartReply> of(List<ModelSize.Part> parts) {
        return parts.stream()
                .map(part -> new PartReply(part.path(), part.bytes(), part.count()))
                .toList();
    }
}
