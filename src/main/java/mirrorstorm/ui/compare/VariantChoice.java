package mirrorstorm.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.levers.LeverText;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.words.UiMessages;

/**
 * Which variants are compared. The first is the open run with everything that was done in it; the others are its
 * branches, scenarios of its family, files, or the first with one lever changed.
 */
public final class VariantChoice {

    private final ReadOnlyObjectWrapper<List<Variant>> chosen = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Variant>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Lever> lever = new SimpleObjectProperty<>(Levers.require("search.backoff.policy"));
    private final StringProperty value = new SimpleStringProperty("");

    VariantChoice() {
        lever.addListener((property, before, now) -> suggest());
    }

    /** The open run is first from now on, its branches and its family are offered; what was added stays. */
    public void begin(RunHistory history) {
        Variant first = new Variant(firstName(history), history.recorded());
        List<Variant> next = new ArrayList<>(chosen.get());
        if (next.isEmpty()) {
            next.add(first);
        } else {
            next.set(0, first);
        }
        chosen.set(List.copyOf(next));
        List<Variant> found = new ArrayList<>();
        for (int i = 0; i < history.branches().all().size(); i++) {
            if (i != history.branches().present()) {
                Scenario scenario = history.scenario()
                        .withTimeline(history.branches().all().get(i).plan());
                found.add(new Variant(history.branches().name(i), scenario));
            }
        }
        offered.set(List.copyOf(found));
        if (value.get().isEmpty()) {
            suggest();
        }
    }

    private static String firstName(RunHistory history) {
        String title = history.scenario().title();
        boolean isOne = history.branches().all().size() < 2;
        return isOne
                ? title
                : UiMessages.text(
                        "compare.branch",
                        title,
                        history.branches().name(history.branches().present()));
    }

    /** Other scenarios are offered, too. */
    public void offer(List<Variant> more) {
        List<Variant> all = new ArrayList<>(offered.get());
        all.addAll(more);
        offered.set(List.copyOf(all));
    }

    /** The other bundled scenarios of the group that this one belongs to. Reads files: not for a frame. */
    public static List<Variant> family(Scenario scenario) {
        for (Library.Group group : Library.Group.values()) {
            if (group.ids().contains(scenario.id())) {
                return group.ids().stream()
                        .map(Library::bundled)
                        .filter(other -> !other.id().equals(scenario.id()))
                        .map(other -> new Variant(other.title(), other))
                        .toList();
            }
        }
        return List.of();
    }

    private void suggest() {
        if (!chosen.get().isEmpty()) {
            Object now = chosen.get().get(0).scenario().lever(lever.get().path());
            value.set(LeverText.of(lever.get(), other(lever.get(), now)));
        }
    }

    /** Of a choice or a switch one that it has not got; of a number the one that it has, to be changed. */
    private static Object other(Lever lever, Object now) {
        if (now == BackoffPolicy.NONE) {
            return BackoffPolicy.FULL_JITTER; // the remedy that everybody wants to see
        }
        return switch (lever.kind()) {
            case SWITCH -> !((Boolean) now);
            case CHOICE ->
                lever.choices().stream()
                        .map(Lever.Choice::value)
                        .filter(each -> !each.equals(now))
                        .reduce((one, later) -> later)
                        .orElse(now);
            default -> now;
        };
    }

    /** Adds a variant, if there is room for one more. */
    public void add(Variant variant) {
        if (chosen.get().size() >= VariantComparison.VARIANTS_MAX) {
            problem.set(UiMessages.text("compare.four"));
            return;
        }
        problem.set("");
        List<Variant> next = new ArrayList<>(chosen.get());
        next.add(variant);
        chosen.set(List.copyOf(next));
    }

    /** Adds the first with the lever at the value that was typed, or says why not. */
    public void addChanged() {
        if (chosen.get().isEmpty()) {
            return;
        }
        Lever changed = lever.get();
        try {
            Object wanted = parse(changed, value.get());
            Scenario scenario = chosen.get().get(0).scenario().withLever(changed.path(), wanted);
            ScenarioChecks.check(changed.title(), scenario);
            add(new Variant(
                    UiMessages.text("compare.changed", changed.title(), LeverText.of(changed, wanted)), scenario));
        } catch (ValueException e) {
            problem.set(e.cure().isEmpty() ? e.what() : UiMessages.text("explore.problem", e.what(), e.cure()));
        } catch (ScenarioException e) {
            problem.set(e.problems().get(0).toString());
        }
    }

    /** As {@link LeverText} reads it, and choices by what they are called. */
    private static Object parse(Lever lever, String typed) throws ValueException {
        Optional<Object> named = lever.choices().stream()
                .filter(choice -> choice.title().equalsIgnoreCase(typed.strip()))
                .map(Lever.Choice::value)
                .findFirst();
        return named.isPresent() ? named.get() : LeverText.parse(lever, typed);
    }

    /** Drops a variant; the first stays. */
    public void remove(int variant) {
        if (variant > 0 && variant < chosen.get().size()) {
            List<Variant> next = new ArrayList<>(chosen.get());
            next.remove(variant);
            chosen.set(List.copyOf(next));
            problem.set("");
        }
    }

    /** What was chosen, the first included. */
    List<Variant> variants() {
        return chosen.get();
    }

    /** What was chosen, the first included. */
    public ReadOnlyObjectProperty<List<Variant>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Branches of the open run and scenarios of its family. */
    public ReadOnlyObjectProperty<List<Variant>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** The lever that is changed in the next one. */
    public ObjectProperty<Lever> leverProperty() {
        return lever;
    }

    /** The value that it is given, as it is typed. */
    public StringProperty valueProperty() {
        return value;
    }

    /** Why the last one could not be added; empty if it could. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
