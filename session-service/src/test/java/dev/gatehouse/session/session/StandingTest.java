package dev.gatehouse.session.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Bookmark BOOKMARK =
            new Bookmark("group/room:1", 1_900_000_000_000_000L, List.of(new PlayerId("bert")));
    private static final Standing STANDING =
            new Standing(List.of("room:1"), List.of("1 boards/today"), List.of(BOOKMARK));

    /// As it was stored before there were bookmarks.
    public record Earlier(
            @Member(1) List<String> memberships, @Member(2) List<String> subscriptions) {}

    @Test
    void readsWhatAnEarlierVersionStored() throws DecodeException {
        var stored = ProtoCodec.of(Earlier.class).encode(new Earlier(List.of("room:1"), List.of("1 boards/today")));

        assertThat(ProtoCodec.of(Standing.class).decode(stored)).isEqualTo(STANDING.withoutBookmarks());
    }

    @Test
    void isReadByAnEarlierVersion() throws DecodeException {
        var stored = ProtoCodec.of(Standing.class).encode(STANDING);

        assertThat(ProtoCodec.of(Earlier.class).decode(stored))
                .isEqualTo(new Earlier(List.of("room:1"), List.of("1 boards/today")));
    }

    @Test
    void findsItsBookmarks() throws DecodeException {
        var read = ProtoCodec.of(Standing.class)
                .decode(ProtoCodec.of(Standing.class).encode(STANDING));

        assertThat(read.bookmark("group/room:1")).contains(BOOKMARK);
        assertThat(read.bookmark("all")).isEmpty();
    }
}
