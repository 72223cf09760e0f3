package mirrorstorm.ui.remedy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TargetPolicy;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.story.InterventionSentence;
import mirrorstorm.ui.playback.RunHistory;

/**
 * Something that can be done against a storm, all of it at one moment.
 *
 * @param interventions at least one
 */
public record Remedy(List<Intervention> interventions) {

    /** Nodes that are added where nobody has added any yet: as many as AWS's second addition had. */
    private static final int NODES = 110;

    public Remedy {
        interventions = List.copyOf(interventions);
        if (interventions.isEmpty()) {
            throw new IllegalArgumentException("a remedy does something");
        }
    }

    /** What it is, in words. */
    public String text() {
        return interventions.stream().map(Remedy::text).collect(Collectors.joining(", "));
    }

    private static String text(Intervention intervention) {
        String sentence = InterventionSentence.of(intervention);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /**
     * What is worth trying in a run: what somebody did last in this window, what the scenario has an operator do, and
     * what is known to help.
     */
    static List<Remedy> of(RunHistory history) {
        List<Remedy> all = new ArrayList<>(together(history.interventions().stream()
                .filter(history::isLive)
                .filter(timed -> !Triggers.isTrigger(timed.intervention()))
                .toList()));
        Collections.reverse(all);
        all.add(new Remedy(List.of(new Intervention.Set("search.backoff.policy", BackoffPolicy.FULL_JITTER))));
        all.add(new Remedy(List.of(new Intervention.StopSearches())));
        all.add(new Remedy(List.of(new Intervention.AddNodes(NODES, Duration.ZERO))));
        all.add(new Remedy(List.of(new Intervention.Set("search.target", TargetPolicy.PREVIOUS_FIRST))));
        all.add(new Remedy(List.of(new Intervention.ReleaseQuarantine())));
        all.addAll(together(history.plan().stream()
                .filter(timed -> !history.isLive(timed) && !Triggers.isTrigger(timed.intervention()))
                .toList()));
        return all.stream().distinct().toList();
    }

    /** What was done at one moment is one remedy. */
    private static List<Remedy> together(List<TimedIntervention> interventions) {
        List<Remedy> all = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= interventions.size(); i++) {
            if (i == interventions.size()
                    || interventions.get(i).timeNanos()
                            != interventions.get(from).timeNanos()) {
                all.add(new Remedy(interventions.subList(from, i).stream()
                        .map(TimedIntervention::intervention)
                        .toList()));
                from = i;
            }
        }
        return all;
    }
}
