package mirrorstorm;

import mirrorstorm.cli.Cli;
import mirrorstorm.cli.Display;
import mirrorstorm.ui.window.MirrorstormApp;

/** Where the program begins: with arguments the command line, without any the window, if there is a screen. */
public final class Main {

    private Main() {}

    /** Decides before any class of JavaFX is loaded; that would fail where there is no screen. */
    public static void main(String[] args) {
        ClassLoader.getSystemClassLoader().setPackageAssertionStatus("mirrorstorm", true);
        System.setProperty("java.awt.headless", "true");
        if (args.length > 0) {
            Cli.main(args);
        } else if (Display.isThere()) {
            MirrorstormApp.start(args);
        } else {
            Cli.mainWithoutDisplay();
        }
    }
}
