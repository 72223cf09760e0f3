package mirrorstorm;

import mirrorstorm.cli.Cli;
import mirrorstorm.cli.Display;
import mirrorstorm.ui.window.MirrorstormApp;

/** Where the program begins: with arguments the command line, without any the window, if there is a screen. */
public final class Main {

    /** The exit code for what the user can put right; no class can be asked whose libraries may be missing. */
    private static final int BAD_INSTALLATION = 2;

    private Main() {}

    /** Decides before any class of JavaFX is loaded; that would fail where there is no screen. */
    public static void main(String[] args) {
        ClassLoader.getSystemClassLoader().setPackageAssertionStatus("mirrorstorm", true);
        System.setProperty("java.awt.headless", "true");
        try {
            start(args);
        } catch (NoClassDefFoundError missing) {
            System.err.println("mirrorstorm: the libraries are missing (" + missing.getMessage()
                    + "); keep the folder lib, which the build made, beside mirrorstorm.jar");
            System.exit(BAD_INSTALLATION);
        }
    }

    private static void start(String[] args) {
        if (args.length > 0) {
            Cli.main(args);
        } else if (Display.isThere()) {
            MirrorstormApp.start(args);
        } else {
            Cli.mainWithoutDisplay();
        }
    }
}
