package dev.gatehouse.model.schema;

/// The numbers that protobuf allows for a field.
final class MemberNumbers {

    private static final int MAX = 536_870_911;
    private static final int FIRST_RESERVED = 19_000;
    private static final int LAST_RESERVED = 19_999;

    static int check(String where, int number) {
        boolean reserved = FIRST_RESERVED <= number && number <= LAST_RESERVED;
        if (number < 1 || number > MAX || reserved) {
            throw new SchemaException(
                    where + ": number " + number + " (expected: 1 to 536870911 without 19000 to 19999)");
        }
        return number;
    }

    private MemberNumbers() {}
}
