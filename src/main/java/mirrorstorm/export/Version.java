package mirrorstorm.export;

import java.util.Locale;
import java.util.ResourceBundle;

/** The version of this program, as the build wrote it into {@code mirrorstorm/version.properties}. */
public final class Version {

    private Version() {}

    /** Such as {@code 0.1.0}. */
    public static String text() {
        return ResourceBundle.getBundle("mirrorstorm.version", Locale.ROOT).getString("version");
    }
}
