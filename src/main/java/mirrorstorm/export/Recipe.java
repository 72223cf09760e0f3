package mirrorstorm.export;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import mirrorstorm.picture.SheetView;
import mirrorstorm.scenario.Durations;

/** What a picture says of itself inside its file: what to run, with which random numbers, until when. */
final class Recipe {

    private Recipe() {}

    /** By name; the names are those that PNG recommends where it has one. */
    static Map<String, String> of(SheetView sheet) {
        Map<String, String> recipe = new LinkedHashMap<>();
        recipe.put("Title", sheet.title());
        recipe.put("Software", "Mirrorstorm " + Version.text());
        recipe.put("Source", sheet.charts().scenario().source());
        recipe.put("Scenario", sheet.charts().scenario().id());
        recipe.put("Seed", Long.toString(sheet.charts().scenario().seed()));
        recipe.put(
                "Time",
                Durations.format(Duration.ofNanos(sheet.stage().snapshot().timeNanos())));
        return recipe;
    }

    /** In one line. */
    static String text(SheetView sheet) {
        Map<String, String> recipe = of(sheet);
        return "Scenario " + recipe.get("Scenario") + ", seed " + recipe.get("Seed") + ", time " + recipe.get("Time")
                + ", " + recipe.get("Software");
    }
}
