package mirrorstorm.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemeTest {

    /** Contrasts that the Web Content Accessibility Guidelines 2.1 ask for, level AA: text, and signs. */
    private static final double TEXT_CONTRAST = 4.5;

    private static final double SIGN_CONTRAST = 3;

    static Stream<Theme> themes() {
        return Stream.of(Theme.LIGHT, Theme.DARK);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyInkHasAnOpaqueColour(Theme theme) {
        for (Ink ink : Ink.values()) {
            assertThat(theme.color(ink).getAlpha()).as(ink.name()).isEqualTo(255);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textIsReadableOnEveryGround(Theme theme) {
        for (Ink ground : List.of(Ink.BACKGROUND, Ink.SURFACE, Ink.SURFACE_RAISED, Ink.FREE_SPACE)) {
            assertContrast(theme, Ink.TEXT, ground, TEXT_CONTRAST);
            assertContrast(theme, Ink.TEXT_MUTED, ground, TEXT_CONTRAST);
        }
        assertContrast(theme, Ink.TEXT, Ink.USED_SPACE, TEXT_CONTRAST);
        assertContrast(theme, Ink.MILESTONE, Ink.SURFACE, TEXT_CONTRAST);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void signsOfStatesStandOut(Theme theme) {
        for (Ink sign : List.of(
                Ink.MIRRORED,
                Ink.SEARCHING,
                Ink.COPYING,
                Ink.UNREACHABLE,
                Ink.RESTORING,
                Ink.LOST,
                Ink.UP,
                Ink.ISOLATED,
                Ink.DESTROYED,
                Ink.QUARANTINE,
                Ink.PROBE,
                Ink.REFUSAL,
                Ink.CLAIM,
                Ink.COPY_STREAM,
                Ink.TRIGGER_FLAG,
                Ink.OPERATOR_FLAG,
                Ink.CRASH_FLAG,
                Ink.MILESTONE,
                Ink.NOW,
                Ink.VARIANT_A,
                Ink.VARIANT_B,
                Ink.VARIANT_C,
                Ink.VARIANT_D,
                Ink.SELECTION,
                Ink.FOCUS)) {
            assertContrast(theme, sign, Ink.BACKGROUND, SIGN_CONTRAST);
            assertContrast(theme, sign, Ink.SURFACE, SIGN_CONTRAST);
        }
        assertContrast(theme, Ink.CRASHED, Ink.DEAD_SPACE, SIGN_CONTRAST);
        assertContrast(theme, Ink.PROBE, Ink.USED_SPACE, SIGN_CONTRAST);
        assertContrast(theme, Ink.REFUSAL, Ink.USED_SPACE, SIGN_CONTRAST);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theNumberOfAVolumeIsReadableOnItsSquare(Theme theme) {
        for (Ink ground : List.of(Ink.MIRRORED, Ink.SEARCHING, Ink.COPYING)) {
            Color text = Colors.readable(theme.color(ground), theme.color(Ink.TEXT), theme.color(Ink.BACKGROUND));
            assertThat(Colors.contrast(text, theme.color(ground)))
                    .as(ground.name())
                    .isGreaterThanOrEqualTo(TEXT_CONTRAST);
        }
    }

    private static void assertContrast(Theme theme, Ink sign, Ink ground, double least) {
        assertThat(Colors.contrast(theme.color(sign), theme.color(ground)))
                .as("%s on %s, %s", sign, ground, theme)
                .isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void theStyleSheetNamesEveryInkOnce(Theme theme) {
        assertThat(theme.css().split("\n", -1))
                .hasSize(Ink.values().length + 1)
                .contains(String.format(
                        Locale.ROOT,
                        "-ms-text-muted: #%06x;",
                        theme.color(Ink.TEXT_MUTED).getRGB() & 0xFFFFFF));
    }

    @Test
    void darkIsDarkerThanLight() {
        assertThat(Theme.DARK.isDark()).isTrue();
        assertThat(Theme.LIGHT.isDark()).isFalse();
        assertThat(Theme.DARK.color(Ink.BACKGROUND).getGreen())
                .isLessThan(Theme.LIGHT.color(Ink.BACKGROUND).getGreen());
    }

    @Test
    void allFiguresAreEquallyWide() {
        for (TextStyle style : TextStyle.values()) {
            Font font = Theme.LIGHT.font(style, 1);
            for (char figure = '1'; figure <= '9'; figure++) {
                assertThat(Pens.widthOf(font, Character.toString(figure)))
                        .as("%s in %s", figure, style)
                        .isEqualTo(Pens.widthOf(font, "0"));
            }
        }
    }

    @Test
    void theFontHasEveryCharacterThatPicturesUse() {
        ResourceBundle texts = ResourceBundle.getBundle("mirrorstorm.picture.picture", Locale.ROOT);
        for (TextStyle style : TextStyle.values()) {
            for (String key : texts.keySet()) {
                String text = texts.getString(key) + "·–…";
                assertThat(Theme.LIGHT.font(style, 1).canDisplayUpTo(text))
                        .as(text)
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void aFontGrowsWithItsScale() {
        assertThat(Theme.DARK.font(TextStyle.BODY, 2).getSize2D())
                .isEqualTo(2 * Theme.DARK.font(TextStyle.BODY, 1).getSize2D());
    }
}
