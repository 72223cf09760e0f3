/** Whether what an operator does helps: how late it still does, and how often a whole runbook does. */
@NullMarked
package mirrorstorm.run.remedy;

import org.jspecify.annotations.NullMarked;
