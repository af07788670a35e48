package dev.kulanz.journey.engine;

import dev.kulanz.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of the engine that people and programs may give.
 *
 * @param methods of HTTP
 * @param template the parts of its address; {@code {Task}} stands for the id of one
 * @param roles who may
 * @param isOverAll whether only those of them may who see all creditors
 */
record OpenCommand(Set<String> methods, List<String> template, Set<Role> roles, boolean isOverAll) {

    private static final Pattern ID = Pattern.compile("\\{(?<subject>\\w+)}");

    boolean isOpenTo(EngineUser user) {
        return roles.contains(user.role()) && (!isOverAll || user.user().scope().all());
    }

    boolean fits(String method, List<String> parts) {
        // who may look may also ask whether there is something to look at
        return methods.contains(method.equals("HEAD") ? "GET" : method)
                && parts.size() == template.size()
                && leads(parts);
    }

    private boolean leads(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (subject(i).isEmpty() && !template.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What an address of this command is about. */
    List<Mention> mentions(List<String> parts) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            subject(i).ifPresent(subject -> mentions.add(new Mention(subject, parts.get(at))));
        }
        return mentions;
    }

    private Optional<Subject> subject(int i) {
        Matcher id = ID.matcher(template.get(i));
        return id.matches() ? Optional.of(Subject.valueOf(id.group("subject"))) : Optional.empty();
    }

    /** The id of something in an address. */
    record Mention(Subject subject, String id) {}
}
