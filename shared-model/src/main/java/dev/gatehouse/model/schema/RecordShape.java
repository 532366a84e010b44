package dev.gatehouse.model.schema;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A record with its members in the order of their declaration.
public final class RecordShape implements Shape {

    private final String name;
    private final RecordAccess access;
    private final Set<Integer> retired = new TreeSet<>();
    private List<RecordMember> members = List.of();

    /// @param name the record's simple name, with those of its type arguments
    RecordShape(String name, RecordAccess access) {
        this.name = name;
        this.access = access;
        var gone = access.type().getAnnotation(Retired.class);
        if (gone != null) {
            Arrays.stream(gone.value()).forEach(retired::add);
        }
    }

    /// Called once, by the reader that made it, before anybody else sees it.
    void link(List<RecordMember> found) {
        Map<Integer, String> numbers = new HashMap<>();
        for (var member : found) {
            if (!member.flat()) {
                checkNumber(member, numbers);
            }
        }
        if (found.stream().filter(RecordMember::flat).count() > 1) {
            throw new SchemaException(type().getName() + ": more than one @Flat member");
        }
        members = List.copyOf(found);
    }

    private void checkNumber(RecordMember member, Map<Integer, String> numbers) {
        String where = type().getName() + "." + member.name();
        MemberNumbers.check(where, member.number());
        if (retired.contains(member.number())) {
            throw new SchemaException(where + ": number " + member.number() + " is retired");
        }
        var other = numbers.put(member.number(), member.name());
        if (other != null) {
            throw new SchemaException(where + ": number " + member.number() + " is that of " + other);
        }
    }

    /// The simple name, with those of its type arguments: `PendingQueueOfGift`.
    public String name() {
        return name;
    }

    public Class<?> type() {
        return access.type();
    }

    public List<RecordMember> members() {
        return members;
    }

    /// Takes records of it apart, and makes them.
    public RecordParts parts() {
        return access.parts();
    }

    /// The numbers that members of it once had, in ascending order.
    public Set<Integer> retired() {
        return Collections.unmodifiableSet(retired);
    }

    /// The [Flat] member, if there is one.
    public Optional<RecordMember> flatMember() {
        return members.stream().filter(RecordMember::flat).findFirst();
    }

    /// The value of a member.
    ///
    /// @return null only for a nullable member
    /// @throws IllegalArgumentException if it is null and may not be
    public @Nullable Object get(RecordMember member, Object value) {
        return member.checked(value, access.get(member.index(), value));
    }

    /// A record of these values. Throws whatever the record's constructor throws; an [IllegalArgumentException] is a
    /// refusal.
    ///
    /// @param values one for each member, in order; null only for a nullable one
    public Object create(@Nullable Object[] values) {
        return access.create(values);
    }
}
