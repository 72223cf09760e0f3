package mirrorstorm.scenario;

/** What levers and their choices are called. */
final class LeverTexts {

    static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.scenario.levers");

    private LeverTexts() {}

    /** What a value of a choice is called, the same for all levers that have it. */
    static String choiceTitle(Enum<?> choice) {
        return TEXTS.text("choice." + ScalarType.kebab(choice));
    }
}
