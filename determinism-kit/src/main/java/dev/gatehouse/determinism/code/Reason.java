package dev.gatehouse.determinism.code;

/// Why a call does not belong into an action, and what does.
public enum Reason {
    CLOCK("reads a clock", "ActionContext.now()"),
    CHANCE("draws from outside the model", "a RandomState in the model"),
    IDENTITY("depends on where an object lies", "a member that identifies it"),
    HASH("may be another number in every process", "a member that identifies it"),
    HASH_ORDER("is in another order in every process", "a sorted or persistent collection"),
    DEFAULTS("depends on the machine's locale, time zone or charset", "one that is named"),
    THREADS("depends on threads", "plain code"),
    OUTSIDE("reaches out of the model", "server code, and an argument of the action"),
    STATE("is state that no model has", "a member of the model"),
    FLOATING_POINT("may be rounded differently", "StrictMath, or Fixed"),
    ALLOWANCE("is @KnownDeterministic", "a reason, and something to allow");

    private final String objection;
    private final String expected;

    Reason(String objection, String expected) {
        this.objection = objection;
        this.expected = expected;
    }

    @Override
    public String toString() {
        return objection + " (expected: " + expected + ")";
    }
}
