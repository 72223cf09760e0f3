package mirrorstorm.export;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;

/**
 * What a picture says of itself inside its file: what to run, with which random numbers and levers, until when. The
 * names are those that PNG recommends where it has one.
 */
final class Recipe {

    private Recipe() {}

    /** Of a picture of one moment, by name. */
    static Map<String, String> of(FigureView sheet) {
        Map<String, String> recipe = head(sheet.title(), sheet.charts().scenario());
        recipe.put(
                "Time",
                Durations.format(Duration.ofNanos(sheet.stage().snapshot().timeNanos())));
        return recipe;
    }

    /** Of a picture of what many runs say together, by name. */
    static Map<String, String> of(String title, Scenario scenario, int replications) {
        Map<String, String> recipe = head(title, scenario);
        recipe.put("Horizon", Durations.format(scenario.horizon()));
        recipe.put("Replications", Integer.toString(replications));
        recipe.put("Levers", levers(scenario));
        return recipe;
    }

    private static Map<String, String> head(String title, Scenario scenario) {
        Map<String, String> recipe = new LinkedHashMap<>();
        recipe.put("Title", title);
        recipe.put("Software", "Mirrorstorm " + Version.text());
        recipe.put("Source", scenario.source());
        recipe.put("Scenario", scenario.id());
        recipe.put("Seed", Long.toString(scenario.seed()));
        return recipe;
    }

    /** Every lever that stands elsewhere than in a file that sets nothing, as {@code --set} takes them. */
    private static String levers(Scenario scenario) {
        return Levers.all().stream()
                .filter(lever -> !scenario.lever(lever.path()).equals(Scenario.DEFAULTS.lever(lever.path())))
                .map(lever -> lever.path() + "=" + lever.format(scenario.lever(lever.path())))
                .collect(Collectors.joining(" "));
    }

    /** In one line. */
    static String text(FigureView sheet) {
        Map<String, String> recipe = of(sheet);
        return "Scenario " + recipe.get("Scenario") + ", seed " + recipe.get("Seed") + ", time " + recipe.get("Time")
                + ", " + recipe.get("Software");
    }
}
