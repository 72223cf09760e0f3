package mirrorstorm.run.story;

/** The rules of a story, in the order in which they tell what they find at one moment. */
final class Rules {

    private Rules() {}

    /** All of them, having seen nothing yet. */
    static Rule[] all() {
        return new Rule[] {
            new Opening(),
            new InterventionRules.Interventions(),
            new InterventionRules.PeersLost(),
            new SearchRules.NetworkBack(),
            new SpaceRules.Refusals(),
            new SpaceRules.RoomOut(),
            new SpaceRules.Quarantine(),
            new SearchRules.Storm(),
            new CrashRules.FirstCrash(),
            new CrashRules.FirstLeak(),
            new CrashRules.CrashRate(),
            new CrashRules.LoopGain(),
            new CrashRules.OutOfReach(),
            new CrashRules.Gone(),
            new StuckRules.StuckShare(),
            new StuckRules.Collapse(),
            new StuckRules.Databases(),
            new RegionRules.Hanging(),
            new RegionRules.ApiErrors(),
            new RegionRules.Elections(),
            new SpaceRules.NewCapacity(),
            new InterventionRules.Effects(),
            new StuckRules.Recovery()
        };
    }

    /** The beginning: how the cluster is before anything happens to it. */
    record Opening() implements Rule {

        @Override
        public Rule look(RuleContext now) {
            now.tell(
                    Severity.NOTE,
                    "opening",
                    new MessageArgument.Count(now.cluster().nodeCount()),
                    new MessageArgument.Count(now.cluster().volumeCount()),
                    new MessageArgument.Count(now.cluster().replicaCount()),
                    new MessageArgument.Share(1
                            - now.cluster().offeredTotal()
                                    / (double) now.cluster().capacityTotal()),
                    new MessageArgument.Count(now.cluster().offeredTotal()));
            return new Done();
        }
    }

    /** Has told all that it had to tell. */
    record Done() implements Rule {

        @Override
        public Rule look(RuleContext now) {
            return this;
        }
    }
}
