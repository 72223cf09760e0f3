/** What a newcomer is shown: the bundled scenarios as a gallery, and a short tour. */
@NullMarked
package mirrorstorm.ui.welcome;

import org.jspecify.annotations.NullMarked;
