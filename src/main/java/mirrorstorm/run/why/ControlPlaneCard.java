package mirrorstorm.run.why;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.ControlPlaneScope;
import mirrorstorm.model.Settings;
import mirrorstorm.run.Region;
import mirrorstorm.run.Snapshot;

/** The card of the control plane: who holds its threads and why, who waits, and what would free it. */
public final class ControlPlaneCard {

    /** From this share of failing calls a zone is said to suffer. */
    private static final double SUFFERS_FROM = 0.01;

    /** Fewer than this share of the threads held by hanging calls is no reason. */
    private static final double NOTABLE = 0.1;

    private ControlPlaneCard() {}

    /** The card at this moment. */
    public static Card of(Snapshot snapshot) {
        return new Card(CardMessages.text("title.controlPlane"), facts(snapshot), why(snapshot), List.of(), List.of());
    }

    private static List<Card.Fact> facts(Snapshot snapshot) {
        Region region = snapshot.region();
        double held = region.hangingCreates()
                + region.servedCreates()
                + region.otherCalls()
                + region.deadElections()
                + region.servedElections();
        List<Card.Fact> facts = new ArrayList<>();
        facts.add(CardMessages.fact(
                "threads",
                CardMessages.text("threads.value", CardMessages.about(held), CardMessages.count(region.threads()))));
        facts.add(CardMessages.fact("hanging", CardMessages.about(region.hangingCreates())));
        facts.add(CardMessages.fact("deadElections", CardMessages.about(region.deadElections())));
        facts.add(CardMessages.fact("waiting", CardMessages.count(region.waiting())));
        for (Region.Zone zone : region.zones()) {
            if (!Double.isNaN(zone.errorShare())) {
                facts.add(new Card.Fact(
                        CardMessages.text("fact.errors", zone.id()), CardMessages.percent(zone.errorShare())));
            }
        }
        return facts;
    }

    private static List<String> why(Snapshot snapshot) {
        Region region = snapshot.region();
        Settings.ControlPlane settings = snapshot.settings().controlPlane();
        List<String> why = new ArrayList<>();
        String zone =
                snapshot.settings().zones().get(snapshot.settings().fullZone()).id();
        if (region.isCut()) {
            why.add(CardMessages.text("why.plane.cut", zone));
        }
        if (region.hangingCreates() >= NOTABLE * region.threads()) {
            why.add(CardMessages.text(
                    region.isCut() ? "why.plane.hanging.cut" : "why.plane.hanging",
                    CardMessages.about(region.hangingCreates()),
                    zone,
                    CardMessages.span(settings.createVolume().timeout().toNanos())));
        }
        if (region.deadElections() >= NOTABLE * region.threads()) {
            why.add(CardMessages.text(
                    "why.plane.elections",
                    CardMessages.about(region.deadElections()),
                    CardMessages.span(settings.elect().deadTimeout().toNanos())));
        }
        addSuffering(why, snapshot);
        if (why.isEmpty()) {
            why.add(CardMessages.text("why.plane.calm"));
        }
        return why;
    }

    private static void addSuffering(List<String> why, Snapshot snapshot) {
        Region region = snapshot.region();
        Settings.ControlPlane settings = snapshot.settings().controlPlane();
        boolean othersSuffer =
                region.zones().stream().anyMatch(zone -> !zone.isFull() && zone.errorShare() >= SUFFERS_FROM);
        if (othersSuffer) {
            boolean isShared = settings.scope() == ControlPlaneScope.REGIONAL && settings.bulkhead() == 0;
            why.add(CardMessages.text(isShared ? "why.plane.shared" : "why.plane.suffers"));
            why.add(CardMessages.text("why.plane.free"));
        }
    }
}
