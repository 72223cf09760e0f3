package mirrorstorm.run.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.RequestState;
import mirrorstorm.run.Inspection;
import mirrorstorm.run.Region;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.api.Test;

/** In 2011 calls to create volumes hold the threads from soon after the trigger at ten minutes on. */
class RequestCardTest {

    private static final long MINUTE = 60_000_000_000L;

    private final Timeline run = new Timeline(Library.bundled("aws-2011"), EngineKind.RATES, MINUTE);

    private Optional<RequestState> find(long id) {
        return ((Inspection.OfRequest) run.inspect(new Inspection.Subject.Request(id))).state();
    }

    private Card card(long id) {
        return RequestCard.of(run.snapshot(), find(id));
    }

    private static String value(Card card, String name) {
        return card.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Card.Fact::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCallThatHangsSaysForWhatHowLongAndWhatWouldHaveSparedItsThread() {
        run.advanceTo(20 * MINUTE);
        Snapshot snapshot = run.snapshot();
        assertThat(snapshot.region().hangingCreates()).isPositive();
        long id = snapshot.region().requests().holding(0);
        RequestState state = find(id).orElseThrow();
        assertThat(state.kind()).isEqualTo(RequestKind.CREATE_VOLUME);
        assertThat(state.isHanging()).isTrue();
        // it came, waited, and holds its thread for the time-out of such calls
        assertThat(state.servedNanos()).isBetween(state.arrivedNanos(), snapshot.timeNanos());
        assertThat(state.endsNanos() - state.servedNanos())
                .isEqualTo(snapshot.settings()
                        .controlPlane()
                        .createVolume()
                        .timeout()
                        .toNanos());
        Card card = card(id);
        assertThat(card.title()).isEqualTo("Call to create a volume");
        assertThat(value(card, "Asks for")).isEqualTo("a new volume in us-east-1a");
        assertThat(card.why()).anyMatch(line -> line.startsWith("0 of 1,9") && line.contains("are full"));
        assertThat(card.why()).anyMatch(line -> line.startsWith("It holds its thread until it times out at "));
        assertThat(card.why().get(card.why().size() - 1)).startsWith("What would spare the threads");
    }

    @Test
    void everyThreadThatIsHeldHasItsRequestInTheOrderInWhichTheyAreDrawn() {
        run.advanceTo(45 * MINUTE);
        Region region = run.snapshot().region();
        List<Long> seen = new ArrayList<>();
        for (int thread = 0; thread < Math.round(region.held()); thread++) {
            long id = region.requests().holding(thread);
            RequestState state = find(id).orElseThrow();
            seen.add(id);
            assertThat(state.isHanging() && state.kind() == RequestKind.CREATE_VOLUME)
                    .isEqualTo(thread < region.hangingCreates());
            assertThat(region.requests().threadOf(id)).isEqualTo(thread);
        }
        assertThat(seen).doesNotHaveDuplicates().isNotEmpty();
        assertThat(region.requests().holding((int) Math.round(region.held()))).isEqualTo(Region.Requests.NONE);
    }

    @Test
    void oneThatWaitsSaysWhichLimitBindsAndWhoIsBeforeIt() {
        run.advanceTo(60 * MINUTE);
        Region region = run.snapshot().region();
        assertThat(region.waiting()).isGreaterThan(1);
        long id = region.requests().longestWaiting();
        RequestState state = find(id).orElseThrow();
        assertThat(state.isWaiting()).isTrue();
        assertThat(state.aheadCount()).isZero();
        Card card = card(id);
        assertThat(card.why().get(0)).startsWith("All " + region.threads() + " threads are held: ");
        assertThat(card.why()).anyMatch(line -> line.startsWith("0 requests came before it"));
        assertThat(card.why()).anyMatch(line -> line.startsWith("What would free threads: "));
    }

    @Test
    void whatHasLeftSaysNoMoreThanThat() {
        run.advanceTo(20 * MINUTE);
        long id = run.snapshot().region().requests().holding(0);
        run.advanceTo(60 * MINUTE);
        assertThat(card(id).why())
                .containsExactly("It has left the control plane: it was answered, refused or dropped.");
        assertThat(card(id).facts()).isEmpty();
    }

    @Test
    void anElectionLeadsToItsVolume() {
        run.advanceTo(340 * MINUTE);
        Region region = run.snapshot().region();
        assertThat(region.deadElections()).isPositive();
        int thread = (int) Math.round(region.hangingCreates());
        Card card = card(region.requests().holding(thread));
        assertThat(card.title()).isEqualTo("Election");
        assertThat(card.links()).hasSize(1);
        assertThat(value(card, "Asks for")).startsWith("a new primary for volume ");
        assertThat(card.why().get(0)).contains("old primary, which is dead");
    }

    @Test
    void whileTheControlPlaneIsCalmNoRequestIsKnown() {
        run.advanceTo(5 * MINUTE);
        Region region = run.snapshot().region();
        assertThat(region.requests().holding(0)).isEqualTo(Region.Requests.NONE);
        assertThat(region.requests().longestWaiting()).isEqualTo(Region.Requests.NONE);
    }
}
