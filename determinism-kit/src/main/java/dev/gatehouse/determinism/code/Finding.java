package dev.gatehouse.determinism.code;

/// A place in a game's code that may give another result on another machine.
///
/// @param method with its class, such as `com.example.Dig.execute`
/// @param place such as `Dig.java:21`
/// @param what the call or the field, such as `java.lang.System.nanoTime`
public record Finding(Reason reason, String method, String place, String what) {

    @Override
    public String toString() {
        return "at " + method + "(" + place + "): " + what + " " + reason;
    }
}
