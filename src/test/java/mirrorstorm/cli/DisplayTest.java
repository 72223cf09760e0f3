package mirrorstorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {

    private static final String PLATFORM = "glass.platform";

    @TempDir
    Path sockets;

    private String platform = "";

    @BeforeEach
    void forgetThePretendedScreenOfTheTests() {
        platform = System.getProperty(PLATFORM, "");
        System.clearProperty(PLATFORM);
    }

    @AfterEach
    void rememberIt() {
        System.setProperty(PLATFORM, platform);
    }

    @Test
    void anAnsweringServerIsADisplay() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(sockets.resolve("X77")));
            assertThat(isThere(":77")).isTrue();
            assertThat(isThere(":77.0")).isTrue();
            assertThat(isThere("unix:77")).isTrue();
            assertThat(isThere(":78")).isFalse();
        }
    }

    @Test
    void aDisplayOnAnotherMachineAnswersOverTheNetwork() throws IOException {
        int port;
        try (ServerSocket server = freeServer()) {
            port = server.getLocalPort();
            assertThat(isThere("localhost:" + (port - 6_000) + ".0")).isTrue();
        }
        assertThat(isThere("localhost:" + (port - 6_000) + ".0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "77", ":x", ":99999", "/launchd/org.xquartz:0"})
    void whatNamesNoDisplayIsNone(String display) {
        assertThat(isThere(display)).isFalse();
    }

    @Test
    void withoutDisplayVariableThereIsNone() {
        assertThat(Display.isThere("Linux", Map.of(), sockets)).isFalse();
        assertThat(Display.isThere("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), sockets))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mac OS X", "Windows 11"})
    void otherSystemsAreTakenToHaveOne(String system) {
        assertThat(Display.isThere(system, Map.of(), sockets)).isTrue();
    }

    private boolean isThere(String display) {
        return Display.isThere("Linux", Map.of("DISPLAY", display), sockets);
    }

    private static ServerSocket freeServer() throws IOException {
        for (int port = 6_100; port < 6_200; port++) {
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("in use");
            }
        }
        throw new IOException("no free port");
    }
}
