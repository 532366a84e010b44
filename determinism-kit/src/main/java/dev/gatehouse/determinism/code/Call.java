package dev.gatehouse.determinism.code;

/// A method as it is called.
///
/// @param owner in the form `java/lang/System`
/// @param descriptor such as `(I)V`
record Call(String owner, String name, String descriptor) {

    /// The `toString` that is called of an object whose type is not seen.
    static final Call TO_STRING = new Call("java/lang/Object", "toString", "()Ljava/lang/String;");

    /// Whether it calls [#TO_STRING] of its argument, as putting it into a text does.
    boolean makesText() {
        return descriptor.startsWith("(Ljava/lang/Object;)")
                && switch (owner) {
                    case "java/lang/String" -> name.equals("valueOf");
                    case "java/lang/StringBuilder" -> name.equals("append");
                    case "java/util/Objects" -> name.equals("toString");
                    default -> false;
                };
    }

    boolean isHash() {
        return name.equals("hashCode") && descriptor.equals("()I");
    }

    Call of(String otherOwner) {
        return new Call(otherOwner, name, descriptor);
    }

    /// `java.lang.System.nanoTime`; a constructor as `new java.util.Date`.
    @Override
    public String toString() {
        var type = owner.replace('/', '.');
        return name.equals("<init>") ? "new " + type : type + "." + name;
    }
}
