package dev.gatehouse.instance.partner.metrics;

import dev.gatehouse.instance.partner.LinkMetrics;
import dev.gatehouse.model.partner.PartnerError;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/// Counts into Micrometer.
public final class MicrometerLinkMetrics implements LinkMetrics {

    private final MeterRegistry meters;

    public MicrometerLinkMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void linked(@Nullable PartnerError refused) {
        meters.counter("gatehouse.instance.links", "result", refused == null ? "linked" : refused.code())
                .increment();
    }

    @Override
    public void created(@Nullable PartnerError refused) {
        meters.counter("gatehouse.instance.creations", "result", refused == null ? "created" : refused.code())
                .increment();
    }

    @Override
    public void refreshed() {
        meters.counter("gatehouse.instance.refreshes").increment();
    }

    @Override
    public void dismissed(PartnerError why) {
        meters.counter("gatehouse.instance.dismissals", "code", why.code()).increment();
    }

    @Override
    public void asked(String type, boolean ok) {
        meters.counter("gatehouse.instance.requests", "type", type, "result", ok ? "ok" : "refused")
                .increment();
    }
}
