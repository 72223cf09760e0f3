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
        return new Card(WhyWords.text("title.controlPlane"), facts(snapshot), why(snapshot), List.of(), List.of());
    }

    private static List<Card.Fact> facts(Snapshot snapshot) {
        Region region = snapshot.region();
        double held = region.hangingCreates()
                + region.servedCreates()
                + region.otherCalls()
                + region.deadElections()
                + region.servedElections();
        List<Card.Fact> facts = new ArrayList<>();
        facts.add(WhyWords.fact(
                "threads", WhyWords.text("threads.value", WhyWords.about(held), WhyWords.count(region.threads()))));
        facts.add(WhyWords.fact("hanging", WhyWords.about(region.hangingCreates())));
        facts.add(WhyWords.fact("deadElections", WhyWords.about(region.deadElections())));
        facts.add(WhyWords.fact("waiting", WhyWords.count(region.waiting())));
        for (Region.Zone zone : region.zones()) {
            if (!Double.isNaN(zone.errorShare())) {
                facts.add(new Card.Fact(WhyWords.text("fact.errors", zone.id()), WhyWords.percent(zone.errorShare())));
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
            why.add(WhyWords.text("why.plane.cut", zone));
        }
        if (region.hangingCreates() >= NOTABLE * region.threads()) {
            why.add(WhyWords.text(
                    region.isCut() ? "why.plane.hanging.cut" : "why.plane.hanging",
                    WhyWords.about(region.hangingCreates()),
                    zone,
                    WhyWords.span(settings.createVolume().timeout().toNanos())));
        }
        if (region.deadElections() >= NOTABLE * region.threads()) {
            why.add(WhyWords.text(
                    "why.plane.elections",
                    WhyWords.about(region.deadElections()),
                    WhyWords.span(settings.elect().deadTimeout().toNanos())));
        }
        addSuffering(why, snapshot);
        if (why.isEmpty()) {
            why.add(WhyWords.text("why.plane.calm"));
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
            why.add(WhyWords.text(isShared ? "why.plane.shared" : "why.plane.suffers"));
            why.add(WhyWords.text("why.plane.free"));
        }
    }
}
