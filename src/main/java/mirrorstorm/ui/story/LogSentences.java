package mirrorstorm.ui.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mirrorstorm.model.Change;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.RequestKind;
import mirrorstorm.run.Happening;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Note;
import mirrorstorm.scenario.Rates;
import mirrorstorm.ui.playback.Course;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.Words;

/** Turns the log of a run into dated sentences: what happens at one moment to many nodes is one sentence. */
public final class LogSentences {

    private static final NodeState[] STATES = NodeState.values();

    private LogSentences() {}

    /** What happened on this course, and what the real cluster did, in order of time. */
    public static List<Line> of(Course course) {
        List<Line> lines = new ArrayList<>();
        if (!course.scenario().summary().isBlank()) {
            lines.add(new Line(0, Line.Kind.SUMMARY, course.scenario().summary()));
        }
        for (Note note : course.scenario().notes()) {
            lines.add(history(note, course));
        }
        List<Happening> log = course.happenings();
        int i = 0;
        while (i < log.size()) {
            int end = i + 1;
            while (end < log.size() && belongTogether(log.get(i), log.get(end))) {
                end++;
            }
            if (!isPassing(log.get(i), course)) {
                lines.add(line(log.get(i), end - i, course));
            }
            i = end;
        }
        lines.sort(Comparator.comparingLong(Line::timeNanos));
        return lines;
    }

    /** A note without the time of day that it may begin with: every line is dated already. */
    private static Line history(Note note, Course course) {
        long timeNanos = note.at().toNanos();
        String time = Times.shortTimeOfDay(course.scenario().origin(), timeNanos) + " ";
        String text = note.text().startsWith(time) ? note.text().substring(time.length()) : note.text();
        return new Line(timeNanos, Line.Kind.HISTORY, text);
    }

    /** The same thing at the same moment. */
    private static boolean belongTogether(Happening first, Happening next) {
        if (first.change() != next.change()) {
            return false;
        }
        return switch (first.change()) {
            case NODE_STATE -> first.timeNanos() == next.timeNanos() && first.detail() == next.detail();
            case NODE_JOINED -> first.timeNanos() == next.timeNanos();
            default -> false;
        };
    }

    private static boolean isPassing(Happening happening, Course course) {
        return happening.change() == Change.INTERVENTION
                && course.passing().contains(course.plan().get(happening.subject()));
    }

    private static Line line(Happening last, int count, Course course) {
        return switch (last.change()) {
            case INTERVENTION -> {
                Line.Kind kind =
                        course.isLive(course.plan().get(last.subject())) ? Line.Kind.OPERATOR : Line.Kind.TRIGGER;
                yield new Line(last.timeNanos(), kind, sentence(intervention(last, course)));
            }
            case NODE_JOINED -> new Line(last.timeNanos(), Line.Kind.CLUSTER, Words.counted("log.joined", count));
            default -> new Line(last.timeNanos(), Line.Kind.CLUSTER, stateSentence(last, count));
        };
    }

    private static String stateSentence(Happening happening, int count) {
        String key =
                switch (STATES[happening.detail()]) {
                    case UP -> "log.up";
                    case ISOLATED -> "log.isolated";
                    case CRASHED -> "log.crashed";
                    case DESTROYED -> "log.destroyed";
                };
        return count == 1 ? Words.text(key + ".one", happening.subject()) : Words.text(key, Words.count(count));
    }

    private static Intervention intervention(Happening happening, Course course) {
        assert happening.change() == Change.INTERVENTION : happening;
        return course.plan().get(happening.subject()).intervention();
    }

    /** What somebody does, in a sentence. */
    public static String sentence(Intervention intervention) {
        if (intervention instanceof Intervention.AddNodes i) {
            String nodes = Words.counted("log.add", i.count());
            return i.over().isZero() ? nodes + "." : nodes + " " + Words.text("log.over", Times.span(i.over()));
        } else if (intervention instanceof Intervention.DisableApi i) {
            return Words.text("log.disableApi", call(i.api()), i.zone());
        } else if (intervention instanceof Intervention.EnableApi i) {
            return Words.text("log.enableApi", call(i.api()), i.zone());
        } else if (intervention instanceof Intervention.ReconnectControlPlane i) {
            return Words.text("log.reconnect", Rates.format(i.rate()));
        } else if (intervention instanceof Intervention.RestoreFromSnapshots i) {
            return Words.text("log.snapshots", Rates.format(i.rate()));
        } else if (intervention instanceof Intervention.ForensicRestore i) {
            return Words.text("log.forensics", Rates.format(i.rate()));
        } else if (intervention instanceof Intervention.Set i) {
            Lever lever = Levers.require(i.lever());
            return Words.text("log.set", lever.title(), valueText(lever, i.value()));
        }
        return toNodes(intervention);
    }

    private static String toNodes(Intervention intervention) {
        if (intervention instanceof Intervention.Isolate i) {
            return lasting("log.isolate", i.target(), i.duration());
        } else if (intervention instanceof Intervention.PowerLoss i) {
            return lasting("log.powerLoss", i.target(), i.duration());
        } else if (intervention instanceof Intervention.Leak i) {
            return Words.text("log.leak", target(i.target()), spareLasts(i));
        } else if (intervention instanceof Intervention.StopLeak i) {
            return Words.text("log.stopLeak", target(i.target()));
        } else if (intervention instanceof Intervention.HealNetwork i) {
            return Words.text("log.heal", target(i.target()));
        } else if (intervention instanceof Intervention.Crash i) {
            return Words.text("log.crash", target(i.target()));
        } else if (intervention instanceof Intervention.Restart i) {
            return Words.text("log.restart", target(i.target()));
        } else if (intervention instanceof Intervention.Destroy i) {
            return Words.text("log.destroy", target(i.target()));
        }
        // what has no arguments is named after its record
        return Words.text("log." + intervention.getClass().getSimpleName());
    }

    /** How long the spare memory lasts at the mean rate. */
    private static String spareLasts(Intervention.Leak leak) {
        return Times.span(Duration.ofNanos((long) leak.rate().meanNanos()));
    }

    private static String call(RequestKind api) {
        return Words.text("log.call." + api);
    }

    private static String valueText(Lever lever, Object value) {
        return lever.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Lever.Choice::title)
                .findFirst()
                .orElseGet(() -> (lever.format(value) + " " + lever.unit()).strip());
    }

    private static String lasting(String key, NodeTarget target, Duration duration) {
        return duration.isZero()
                ? Words.text(key, target(target))
                : Words.text(key + ".for", target(target), Times.span(duration));
    }

    private static String target(NodeTarget target) {
        if (target instanceof NodeTarget.Share share) {
            return Words.text("log.target.share", Words.percent(share.share()));
        } else if (target instanceof NodeTarget.Racks racks) {
            String numbers = racks.racks().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return Words.text(racks.racks().size() == 1 ? "log.target.rack" : "log.target.racks", numbers);
        } else if (target instanceof NodeTarget.Nodes nodes) {
            String numbers = nodes.nodes().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return Words.text(nodes.nodes().size() == 1 ? "log.target.node" : "log.target.nodes", numbers);
        }
        return Words.text("log.target.all");
    }
}
