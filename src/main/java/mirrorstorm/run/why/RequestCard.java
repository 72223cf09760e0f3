package mirrorstorm.run.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.ControlPlaneScope;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.RequestState;
import mirrorstorm.model.Settings;
import mirrorstorm.run.Region;
import mirrorstorm.run.Snapshot;

/**
 * The card of a request at the control plane: what it asks for, since when it waits or holds a thread, which limit
 * binds it, and what would free it.
 */
public final class RequestCard {

    private static final int NOWHERE = -1;

    private final Snapshot snapshot;
    private final RequestState request;
    private final Settings.ControlPlane settings;
    private final String zone;
    private final List<String> why = new ArrayList<>();

    private RequestCard(Snapshot snapshot, RequestState request) {
        this.snapshot = snapshot;
        this.request = request;
        settings = snapshot.settings().controlPlane();
        zone = snapshot.settings().zones().get(request.zone()).id();
    }

    /**
     * The card at this moment.
     *
     * @param state the request as it is now; empty once it has left the control plane
     */
    public static Card of(Snapshot snapshot, Optional<RequestState> state) {
        if (state.isEmpty()) {
            List<String> gone = List.of(CardMessages.text("why.request.gone"));
            return new Card(CardMessages.text("title.request.gone"), List.of(), gone, List.of(), List.of());
        }
        RequestCard card = new RequestCard(snapshot, state.get());
        card.explain();
        String title = CardMessages.text("title.request." + state.get().kind());
        return new Card(title, card.facts(), card.why, List.of(), card.links());
    }

    private List<Card.Fact> facts() {
        List<Card.Fact> facts = new ArrayList<>();
        facts.add(CardMessages.fact("asks", CardMessages.text("asks." + request.kind(), zone, request.volume())));
        if (request.arrivedNanos() != RequestState.NONE) {
            facts.add(CardMessages.fact("came", ago(request.arrivedNanos())));
        }
        if (request.isWaiting()) {
            facts.add(CardMessages.fact("ahead", CardMessages.count(request.aheadCount())));
        } else if (request.servedNanos() != RequestState.NONE) {
            facts.add(CardMessages.fact("served", CardMessages.span(snapshot.timeNanos() - request.servedNanos())));
        }
        return facts;
    }

    private String ago(long timeNanos) {
        return CardMessages.text(
                "ago", CardMessages.span(timeNanos), CardMessages.span(snapshot.timeNanos() - timeNanos));
    }

    private List<Card.Link> links() {
        int volume = request.volume();
        for (int place = 0; volume != RequestState.NONE && place <= snapshot.replicaCount(); place++) {
            int node = snapshot.placeNode(volume, place);
            if (node != NOWHERE) {
                String text = CardMessages.text("link.volume", volume, VolumeCard.stateWord(snapshot, volume));
                return List.of(new Card.Link(node, volume, text));
            }
        }
        return List.of();
    }

    private void explain() {
        if (request.isWaiting()) {
            explainWaiting();
        } else if (request.isHanging()) {
            explainHanging();
        } else {
            why.add(CardMessages.text("why.request.served"));
            addEnd("why.request.served.until");
        }
        addCaller();
        if (request.isWaiting() || request.isHanging()) {
            addFree();
        }
    }

    private void explainWaiting() {
        Region region = snapshot.region();
        boolean areAllHeld = Math.round(region.held()) >= region.threads();
        if (areAllHeld) {
            double rest = region.held() - region.hangingCreates() - region.deadElections();
            why.add(CardMessages.text(
                    "why.request.allHeld",
                    CardMessages.count(region.threads()),
                    CardMessages.about(region.hangingCreates()),
                    CardMessages.about(region.deadElections()),
                    CardMessages.about(rest)));
        } else if (settings.bulkhead() > 0) {
            why.add(CardMessages.text("why.request.bulkhead", zone, settings.bulkhead()));
        } else if (settings.scope() == ControlPlaneScope.PER_ZONE) {
            why.add(CardMessages.text("why.request.pool", zone));
        }
        why.add(CardMessages.counted("why.request.ahead", request.aheadCount()));
    }

    private void explainHanging() {
        if (request.kind() == RequestKind.ELECT) {
            why.add(CardMessages.text("why.request.deadPrimary"));
        } else if (snapshot.region().isCut()) {
            why.add(CardMessages.text("why.request.cut", zone));
        } else if (snapshot.openNodeCount() == 0) {
            why.add(PlacementCandidates.of(snapshot).sentence());
            why.add(CardMessages.text("why.request.noRoom", zone));
        } else {
            why.add(CardMessages.text("why.request.tooLate", zone));
        }
        addEnd("why.request.until");
    }

    private void addEnd(String key) {
        long ends = request.endsNanos();
        why.add(CardMessages.text(key, CardMessages.span(ends), CardMessages.span(ends - snapshot.timeNanos())));
    }

    /** Whether anybody still waits for the answer; an election is the cluster's own. */
    private void addCaller() {
        if (request.kind() == RequestKind.ELECT || request.arrivedNanos() == RequestState.NONE) {
            return;
        }
        long patience = settings.clientTimeout().toNanos();
        long givesUp = request.arrivedNanos() + patience;
        if (givesUp > snapshot.timeNanos()) {
            if (request.isWaiting() || request.isHanging()) {
                why.add(CardMessages.text(
                        "why.request.caller", CardMessages.span(givesUp), CardMessages.span(patience)));
            }
        } else {
            why.add(CardMessages.text(
                    request.isWaiting() ? "why.request.gaveUp.waiting" : "why.request.gaveUp",
                    CardMessages.span(givesUp)));
        }
    }

    private void addFree() {
        Region region = snapshot.region();
        if (request.isHanging()) {
            why.add(CardMessages.text("why.request.free." + request.kind()));
        } else if (region.hangingCreates() >= region.deadElections() && region.hangingCreates() > 0) {
            String affected = snapshot.settings()
                    .zones()
                    .get(snapshot.settings().fullZone())
                    .id();
            why.add(CardMessages.text(
                    "why.request.free.waiting",
                    affected,
                    CardMessages.span(settings.createVolume().timeout().toNanos())));
        } else if (region.deadElections() > 0) {
            why.add(CardMessages.text(
                    "why.request.free.elections",
                    CardMessages.span(settings.elect().deadTimeout().toNanos())));
        }
    }
}
