package mirrorstorm.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import mirrorstorm.picture.Theme;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;

class ThumbnailTest {

    private final Scenario scenario = Library.bundled("first-steps");

    @Test
    void aThumbnailIsASmallPictureThatIsAlwaysTheSame() throws IOException {
        byte[] png = Thumbnail.png(scenario, Theme.LIGHT, () -> false).orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(Thumbnail.WIDTH);
        assertThat(image.getHeight()).isEqualTo(Thumbnail.HEIGHT);
        assertThat(png)
                .isEqualTo(Thumbnail.png(scenario, Theme.LIGHT, () -> false).orElseThrow());
    }

    @Test
    void whatNobodyWantsIsNotMade() {
        assertThat(Thumbnail.png(scenario, Theme.LIGHT, () -> true)).isEmpty();
    }

    @Test
    void anotherScenarioOrThemeHasAnotherKey() {
        String key = Thumbnail.key(scenario, Theme.LIGHT);
        assertThat(key).matches("[0-9a-f]{24}");
        assertThat(Thumbnail.key(scenario, Theme.DARK)).isNotEqualTo(key);
        assertThat(Thumbnail.key(scenario.withSeed(99), Theme.LIGHT)).isNotEqualTo(key);
    }
}
