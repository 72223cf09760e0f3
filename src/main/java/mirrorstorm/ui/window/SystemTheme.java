package mirrorstorm.ui.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Asks the operating system whether it is dark: JavaFX 21 cannot tell. */
final class SystemTheme {

    private static final long PATIENCE_MILLIS = 800;

    private record Question(List<String> command, String darkAnswer) {}

    private static final Question LINUX =
            new Question(List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme"), "prefer-dark");
    private static final Question MAC = new Question(List.of("defaults", "read", "-g", "AppleInterfaceStyle"), "dark");
    private static final Question WINDOWS = new Question(
            List.of(
                    "reg",
                    "query",
                    "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
                    "/v",
                    "AppsUseLightTheme"),
            "0x0");

    private SystemTheme() {}

    /** Whether the system is dark; false if it does not say so within a second. Not for the FX thread. */
    static boolean isDark() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return answers(MAC);
        }
        return answers(system.contains("win") ? WINDOWS : LINUX);
    }

    private static boolean answers(Question question) {
        try {
            Process process = new ProcessBuilder(question.command()).start();
            try {
                if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return answer.toLowerCase(Locale.ROOT).contains(question.darkAnswer());
            } finally {
                process.destroy();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
