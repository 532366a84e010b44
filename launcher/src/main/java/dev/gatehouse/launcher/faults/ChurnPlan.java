package dev.gatehouse.launcher.faults;

import java.util.List;

/// What happens to parts of the suite again and again while the clients play.
///
/// @param parts one at a time, chosen by chance; none where the suite is left alone
record ChurnPlan(Harm.Kind harm, List<String> parts) {

    ChurnPlan {
        parts = List.copyOf(parts);
    }

    /// Whether parts end, and are to be started again.
    boolean kills() {
        return harm == Harm.Kind.KILL && !parts.isEmpty();
    }
}
