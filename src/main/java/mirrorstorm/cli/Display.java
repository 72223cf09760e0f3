package mirrorstorm.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether there is a screen for the window, found out without touching JavaFX, which dies where there is none. On
 * Linux JavaFX 21 speaks X11 only, so a display is what {@code DISPLAY} names, if somebody answers there; Wayland
 * sessions have one for that.
 */
public final class Display {

    private static final Pattern NAME =
            Pattern.compile("(?:(?<host>[^:/]*)(?:/unix)?)?:(?<number>\\d{1,4})(?:\\.\\d+)?");
    /** Where X servers listen on every Unix: fixed by X itself, whatever a machine's temporary folder is. */
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

    private static final int TCP_PORT_FIRST = 6000;
    private static final int PATIENCE_MILLIS = 2_000;

    private Display() {}

    /** Whether there is a screen. */
    public static boolean isThere() {
        return isThere(System.getProperty("os.name", ""), System.getenv(), SOCKETS);
    }

    /**
     * Whether there is a screen on such a machine.
     *
     * @param system      its operating system
     * @param environment its environment variables
     * @param sockets     the folder of its X servers' sockets
     */
    static boolean isThere(String system, Map<String, String> environment, Path sockets) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac") || name.contains("windows") || isPretended()) {
            return true;
        }
        Matcher display = NAME.matcher(environment.getOrDefault("DISPLAY", ""));
        return display.matches() && answers(display, sockets);
    }

    /** Tests have a screen that is only thought of. */
    private static boolean isPretended() {
        return System.getProperty("glass.platform", "").equalsIgnoreCase("monocle");
    }

    private static boolean answers(Matcher display, Path sockets) {
        String host = Optional.ofNullable(display.group("host")).orElse("");
        int number = Integer.parseInt(display.group("number"));
        try {
            if (host.isEmpty() || host.equals("unix")) {
                return answers(UnixDomainSocketAddress.of(sockets.resolve("X" + number)));
            }
            return answers(new InetSocketAddress(host, TCP_PORT_FIRST + number));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(SocketAddress address) throws IOException {
        if (address instanceof InetSocketAddress tcp) {
            try (SocketChannel channel = SocketChannel.open()) {
                channel.socket().connect(tcp, PATIENCE_MILLIS);
                return true;
            }
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(address);
        }
    }
}
