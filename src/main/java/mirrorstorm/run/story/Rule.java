package mirrorstorm.run.story;

/**
 * One thing that a story looks out for. Immutable: what a rule has to remember is in the rule that takes its place,
 * so that a story is checkpointed by keeping its rules.
 */
interface Rule {

    /** Looks at the moment, tells what is new in it, and returns the rule for the next moment, often itself. */
    Rule look(RuleContext now);
}
