package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What title and summary of each bundled scenario say of breaking and recovering, held against its outcome. */
class ClaimsTest {

    /**
     * What a scenario says.
     *
     * @param words     in title or summary, that say it
     * @param recovered whether all of it is recovered at the end
     * @param collapsed of what, volumes or calls, half stays broken for ten minutes
     */
    private record Claim(String id, String words, boolean recovered, Set<Subject> collapsed) {

        @Override
        public String toString() {
            return id;
        }
    }

    private static Claim claim(String id, String words, boolean recovered, Subject... collapsed) {
        return new Claim(id, words, recovered, Set.copyOf(Arrays.asList(collapsed)));
    }

    static Stream<Claim> claims() {
        Subject calls = Subject.CALLS;
        return Stream.of(
                claim("aws-2011", "recovery takes four", true, calls),
                claim("aws-2011-class", "recovery takes four", true, calls),
                claim("aws-2011-fragile", "destroys itself", false, Subject.VOLUMES, calls),
                claim("aws-2011-headroom", "There is no storm", true),
                claim("aws-2011-backoff", "stay stuck until servers are brought in", true, calls),
                claim("aws-2011-previous-first", "almost nothing is left stuck", true),
                claim("aws-2011-race-fixed", "9 % of the zone stay stuck", true, calls),
                claim("aws-2011-bulkhead", "customers there notice nothing", true),
                claim("aws-2011-short-timeout", "The second, when elections wait", true, calls),
                claim("first-steps", "until a node is added", true),
                claim("class-no-room", "until four nodes are added", true),
                claim("class-no-backoff", "the shortage of room is not", false),
                claim("class-race", "what asks crashes more nodes", false, Subject.VOLUMES),
                claim("class-shared-threads", "gives them theirs back", false, calls),
                claim("eu-west-2011", "brought back from recovery snapshots", true, calls),
                claim("us-east-2012", "until it is found and stopped", true),
                claim("leases-2025", "every lease is held", true, calls),
                claim("cloudscale-2018", "everything is replicated again", true),
                claim("ceph-ten-hosts-80", "heals by itself", true),
                claim("ceph-ten-hosts-87", "Nobody does", false),
                claim("retries-280", "Only when callers stop", true),
                claim("retries-140", "the retries end by themselves", true));
    }

    private static Summary summary(Scenario scenario) {
        Run run = new Run(scenario, 0, EngineKind.RATES, Duration.ofMinutes(1).toNanos());
        run.advanceTo(run.horizonNanos());
        return run.summary(0);
    }

    @Test
    void everyBundledScenarioIsHeldToWhatItSays() {
        assertThat(claims().map(Claim::id)).containsExactlyInAnyOrderElementsOf(Library.IDS);
    }

    @ParameterizedTest
    @MethodSource("claims")
    void theRunDoesWhatTitleAndSummarySay(Claim claim) {
        Scenario scenario = Library.bundled(claim.id());
        assertThat(scenario.title() + " " + scenario.summary()).contains(claim.words());
        Summary summary = summary(scenario);
        assertThat(summary.recovered()).isEqualTo(claim.recovered());
        assertThat(summary.subjects().entrySet().stream()
                        .filter(each -> each.getValue().collapsed())
                        .map(each -> each.getKey())
                        .filter(each -> each != Subject.DATABASES)) // no summary says how many of them
                .containsExactlyInAnyOrderElementsOf(claim.collapsed());
    }

    /** "280 calls a second never recover by themselves". Whoever stops the callers makes it heal. */
    @Test
    void twoHundredAndEightyCallsASecondNeverRecoverByThemselves() {
        Scenario original = Library.bundled("retries-280");
        assertThat(original.title()).contains("never recover by themselves");
        Scenario untouched =
                original.withTimeline(original.timeline().subList(0, 2)).withHorizon(Duration.ofMinutes(30));
        Summary summary = summary(untouched);
        assertThat(summary.recovered()).isFalse();
        assertThat(summary.subjects().get(Subject.CALLS).collapsed()).isTrue();
        assertThat(summary.subjects().get(Subject.VOLUMES).recovered()).isTrue();
        assertThat(summary(original.withHorizon(Duration.ofMinutes(4))).recovered())
                .isFalse();
    }

    @Test
    void oneHundredAndFortyRecoverByThemselves() {
        Scenario original = Library.bundled("retries-140");
        assertThat(original.title()).contains("recover");
        assertThat(summary(RelativePlan.withoutAny(original)).recovered()).isTrue();
        assertThat(summary(original).recoveryNanos()).isPresent();
    }

    @Test
    void theHealthyZonesOfTheClassroomRecoverThoughItsVolumesDoNot() {
        Summary summary = summary(Library.bundled("class-shared-threads"));
        assertThat(summary.subjects().get(Subject.CALLS).recovered()).isTrue();
        assertThat(summary.subjects().get(Subject.CALLS).recoveryNanos()).isPresent();
        assertThat(summary.subjects().get(Subject.VOLUMES).recovered()).isFalse();
    }

    @Test
    void behindTheBulkheadTheCallsOfOthersAreNeverBroken() {
        Summary summary = summary(Library.bundled("aws-2011-bulkhead"));
        assertThat(summary.subjects().get(Subject.CALLS).recoveryNanos()).isEmpty();
        assertThat(summary.subjects().get(Subject.CALLS).recovered()).isTrue();
    }
}
