/** What can be done with a scenario, without a screen: run it, go back in it, change it, look at it, judge it. */
@NullMarked
package mirrorstorm.run;

import org.jspecify.annotations.NullMarked;
