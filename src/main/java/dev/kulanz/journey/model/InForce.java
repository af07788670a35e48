package dev.kulanz.journey.model;

import java.util.List;
import java.util.Optional;

/** What is deployed already: the latest version of each model. */
interface InForce {

    /** The texts of all processes. */
    List<String> processes();

    boolean hasDecision(String key);

    boolean hasForm(String id);

    /** The file of a decision. */
    default Optional<String> decision(String key) {
        return Optional.empty();
    }

    /** How many cases are under way in a process, in whichever version. */
    long running(String processId);

    /** Nothing yet. */
    InForce NOTHING = new InForce() {
        @Override
        public List<String> processes() {
            return List.of();
        }

        @Override
        public boolean hasDecision(String key) {
            return false;
        }

        @Override
        public boolean hasForm(String id) {
            return false;
        }

        @Override
        public long running(String processId) {
            return 0;
        }
    };
}
