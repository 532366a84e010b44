package dev.gatehouse.determinism.code;

import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.List;

/// What an `invokedynamic` calls, now or later: the bodies of lambdas, and methods that are referred to.
final class Handles {

    static List<Call> of(InvokeDynamicInstruction made) {
        var calls = new ArrayList<Call>();
        for (var argument : made.bootstrapArgs()) {
            if (argument instanceof DirectMethodHandleDesc handle && isMethod(handle)) {
                calls.add(new Call(nameOf(handle.owner()), handle.methodName(), handle.lookupDescriptor()));
            }
        }
        return calls;
    }

    private static boolean isMethod(DirectMethodHandleDesc handle) {
        return switch (handle.kind()) {
            case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER -> false;
            case STATIC, INTERFACE_STATIC, VIRTUAL, INTERFACE_VIRTUAL, SPECIAL, INTERFACE_SPECIAL, CONSTRUCTOR -> true;
        };
    }

    private static String nameOf(ClassDesc type) {
        var descriptor = type.descriptorString();
        return type.isClassOrInterface() ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    private Handles() {}
}
