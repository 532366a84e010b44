package dev.gatehouse.model.codec.checksum;

import dev.gatehouse.model.collection.CommonEnds;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hashes of a collection's elements that the version before has as well: those of the same objects, wherever they
/// stood. From both ends most of them are found where they were; what came or went, or was sorted anew, is
/// between. Used by one thread.
final class KeptNodes {

    /// Elements that differ at their place without being looked for elsewhere: they are likely new.
    private static final int FEW = 8;

    private final HashNode[] before;
    private final Object[] now;
    private final int head;
    private final int tail;

    /// Those between by their objects; absent where only a few places differ.
    private final @Nullable IdentityHashMap<Object, HashNode> moved;

    KeptNodes(@Nullable HashNode node, Object collection, Object[] now) {
        this.before = HashNode.elements(node);
        this.now = now;
        int least = Math.min(before.length, now.length);
        var shared = node == null ? CommonEnds.NONE : CommonEnds.shared(node.value(), collection);
        this.head = head(shared.start(), least);
        this.tail = tail(shared.end(), least - head);
        this.moved = changed() > FEW ? between() : null;
    }

    private int head(int known, int most) {
        int same = known;
        while (same < most && before[same].isOf(now[same])) {
            same++;
        }
        return same;
    }

    private int tail(int known, int most) {
        int same = Math.min(known, most);
        while (same < most && before[before.length - 1 - same].isOf(now[now.length - 1 - same])) {
            same++;
        }
        return same;
    }

    private int changed() {
        int changed = 0;
        for (int i = head; i < Math.min(before.length, now.length) - tail; i++) {
            changed += before[i].isOf(now[i]) ? 0 : 1;
        }
        return changed;
    }

    private IdentityHashMap<Object, HashNode> between() {
        var between = new IdentityHashMap<Object, HashNode>(before.length - tail - head);
        for (int i = head; i < before.length - tail; i++) {
            between.put(before[i].value(), before[i]);
        }
        return between;
    }

    /// Where the first element is whose hash may not be known.
    int from() {
        return head;
    }

    /// Behind the last one.
    int to() {
        return now.length - tail;
    }

    /// What is from there to there, with one more at either end where there is one: of all others it is known that they
    /// follow each other as before.
    List<Object> unknown() {
        return Arrays.asList(now).subList(Math.max(0, from() - 1), Math.min(now.length, to() + 1));
    }

    /// All others' hashes, in a new array that has room for these.
    HashNode[] nodes() {
        var nodes = new HashNode[now.length];
        System.arraycopy(before, 0, nodes, 0, head);
        System.arraycopy(before, before.length - tail, nodes, to(), tail);
        return nodes;
    }

    /// That of the same object; else that of what was at its place, of which something may be left.
    @Nullable
    HashNode at(int index) {
        var same = moved == null ? null : moved.get(now[index]);
        return same == null && index < before.length - tail ? before[index] : same;
    }
}
